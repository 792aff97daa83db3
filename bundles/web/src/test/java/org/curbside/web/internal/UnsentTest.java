package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.curbside.api.membership.Access;
import org.curbside.api.refusal.Refusal;
import org.curbside.web.internal.AccountPages.SignInPage;
import org.curbside.web.internal.AccountPages.UnsentPage;
import org.curbside.web.internal.DeskPages.ClaimPage;
import org.curbside.web.internal.ProfilePages.ConfirmPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsentTest {

    private static final Frame FRAME = new Frame("Title", "heron", "member", "", "");

    private final Pages pages = new Pages();

    @Test
    void what_was_typed_goes_through_the_sign_in_page_and_comes_back() {
        Unsent unsent = Unsent.of("/questions/7", Map.of("text", List.of("Two \"weeks\",\n<never> less.")));

        assertThat(Rendered.page(pages, "sign-in.jte", new SignInPage(FRAME, "/questions/7", unsent, Form.EMPTY)))
                .contains(
                        "<input type=\"hidden\" name=\"next\" value=\"/questions/7\">",
                        "<input type=\"hidden\" name=\"unsent.text\" value=\"Two &#34;weeks&#34;,\n&lt;never> less.\">");
        assertThat(Rendered.page(pages, "unsent.jte", new UnsentPage(FRAME, unsent)))
                .contains(
                        "What you wrote is still here",
                        "<form method=\"post\" action=\"/questions/7\">",
                        "<input type=\"hidden\" name=\"text\" value=\"Two &#34;weeks&#34;,\n&lt;never> less.\">",
                        ">Two \"weeks\",\n&lt;never&gt; less.</p>");
    }

    @Test
    void a_decision_goes_through_the_confirmation_and_comes_back() {
        Unsent unsent = Unsent.of(
                "/office/cases/7", Map.of("decision", List.of("refuse"), "reason", List.of("No \"degree\".")));
        Access access = new Access(true, false, 0, false);

        assertThat(Rendered.page(
                        pages,
                        "confirmation.jte",
                        new ConfirmPage(FRAME, "/office/cases/7", unsent, access, true, Form.EMPTY)))
                .contains(
                        "cannot be undone",
                        "<input type=\"hidden\" name=\"next\" value=\"/office/cases/7\">",
                        "name=\"unsent.decision\" value=\"refuse\"",
                        "name=\"unsent.reason\" value=\"No &#34;degree&#34;.\"");
        assertThat(Rendered.page(pages, "unsent.jte", new UnsentPage(FRAME, unsent)))
                .contains("<form method=\"post\" action=\"/office/cases/7\">", "It has not been sent yet.");
    }

    @Test
    void a_password_never_goes_along() {
        Map<String, List<String>> fields =
                Map.of("currentPassword", List.of("a"), "password", List.of("b"), "reason", List.of("c"));

        assertThat(Unsent.of("/office", fields).fields()).containsOnlyKeys("reason");
        assertThat(Unsent.of("/profile", Map.of("passwordAgain", List.of("a"))).isThere())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/ask?a=b",
                "/ask#a",
                "ask",
                "/"
            })
    void it_is_sent_to_a_path_of_ours_only(String elsewhere) {
        assertThat(Exchange.ours(elsewhere)).isEmpty();
        assertThat(Unsent.of(elsewhere, Map.of("text", List.of("a"))).isThere()).isFalse();
    }

    @Test
    void its_writer_sees_the_words_again_and_not_the_codes() {
        Unsent unsent = Unsent.of(
                "/ask",
                Map.of(
                        "specialty", List.of("207R00000X"),
                        "title", List.of("When?"),
                        "topics", List.of(" "),
                        "ballot.choice", List.of("2")));

        assertThat(unsent.words()).containsExactly("When?");
        assertThat(unsent.fields()).hasSize(4);
    }

    @Test
    void a_code_that_came_without_its_case_key_is_asked_for_once_only() {
        Form form = new Form(
                Map.of("key", "", "code", "ABCD2345"), Refusal.invalid("no-such-case", "key", "Enter your key."), "");

        assertThat(Rendered.page(pages, "case-key.jte", new ClaimPage(FRAME, List.of(), form)))
                .contains("<a href=\"#key\">Enter your key.</a>", "value=\"ABCD2345\"");
        assertThat(Rendered.page(pages, "case-key.jte", new ClaimPage(FRAME, List.of(), Form.EMPTY)))
                .doesNotContain("name=\"code\"");
    }
}
