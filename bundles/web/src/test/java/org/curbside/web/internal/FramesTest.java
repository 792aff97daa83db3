package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.curbside.api.membership.Analyst;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Operator;
import org.curbside.api.membership.Visitor;
import org.junit.jupiter.api.Test;

class FramesTest {

    private static final Member MEMBER = new Member(1, "heron", "207R00000X");

    private final Pages pages = new Pages();

    @Test
    void everyone_sees_the_way_that_is_theirs() {
        assertThat(page(Optional.of(MEMBER), false))
                .contains("href=\"/ask\"", "heron")
                .doesNotContain("/office");
        assertThat(page(Optional.of(new Analyst(2, "ana", "County Health")), false))
                .contains("href=\"/client\"")
                .doesNotContain("/ask");
        assertThat(page(Optional.of(new Operator(3, "op")), false)).contains("href=\"/office\"");
        assertThat(page(Optional.empty(), false)).contains("href=\"/verify\"").doesNotContain("Sign out");
    }

    @Test
    void a_demonstration_says_so_on_every_page() {
        assertThat(page(Optional.of(MEMBER), true)).contains("Demonstration: everything here is made up.");
        assertThat(page(Optional.empty(), true)).contains("Demonstration: everything here is made up.");
    }

    @Test
    void a_production_start_says_nothing_of_the_kind() {
        assertThat(page(Optional.of(MEMBER), false)).doesNotContain("Demonstration", "class=\"house\"");
    }

    private String page(Optional<Visitor> visitor, boolean demonstration) {
        Frame frame = Frames.of(
                "Title",
                visitor,
                demonstration ? Optional.of(() -> "Demonstration: everything here is made up.") : Optional.empty(),
                0);
        return Rendered.page(pages, "notice.jte", new Notice(frame, "A title", "A <text>"));
    }
}
