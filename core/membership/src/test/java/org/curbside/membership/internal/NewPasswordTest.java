package org.curbside.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curbside.membership.internal.Membership.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordTest {

    private final Path folder;

    NewPasswordTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "Passw0rd!!",
                "P@$$w0rd2026",
                "1234567890",
                "0987654321",
                "qwertyuiop",
                "Qwerty12345",
                "asdfghjkl1234",
                "abcdefghij",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "1212121212",
                "passwordpassword",
                "welcome2026!",
                "Stethoscope1",
                "1q2w3e4r5t"
            })
    void what_everyone_thinks_of_is_refused(String password) {
        assertRefused("password-common", () -> NewPassword.of(password, "heron"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "four words make one",
                "correct horse battery staple",
                "my password is long",
                "h2Gk-0aPq-77xz",
                "7315920468",
                "doctor of the lake",
                "1234 monkeys sing"
            })
    void what_nobody_thinks_of_first_is_taken(String password) {
        assertThat(NewPassword.of(password, "heron").text()).isEqualTo(password);
    }

    @Test
    void a_breached_password_is_found_wherever_it_stands() throws Exception {
        List<String> passwords = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            passwords.add("breached password " + i);
        }
        for (String end : List.of("\r\n", "\n")) {
            BreachList list = BreachList.at(file(passwords, end).toString());
            assertThat(passwords).allMatch(list::holds);
            for (int i = 0; i < 1_000; i++) {
                assertThat(list.holds("another password " + i)).isFalse();
            }
        }
    }

    @Test
    void a_list_of_one_line_or_none_is_a_list() throws Exception {
        BreachList one = BreachList.at(file(List.of("only this"), "").toString());
        assertThat(one.holds("only this")).isTrue();
        assertThat(one.holds("not this")).isFalse();
        assertThat(BreachList.at(file(List.of(), "").toString()).holds("any")).isFalse();
        assertThat(BreachList.at(" ").holds("any")).isFalse();
    }

    @Test
    void whoever_chooses_a_breached_password_is_told_so_and_changes_nothing() throws Exception {
        Path file = file(List.of("four words make two"), "\n");
        Membership membership = new Membership(file.toString(), new RelyingParty("", ""));
        membership.reception.addOperator("Porter", Membership.PASSWORD);
        String session = membership.in("Porter").session();

        assertRefused("password-breached", () -> membership.ownPasswords.choose(session, "four words make two"));
        assertRefused("password-breached", () -> membership.reception.addOperator("Warden", "four words make two"));

        assertThat(membership.sessions.visitor(session)).isPresent();
    }

    @Test
    void while_the_list_cannot_be_read_nothing_is_taken() throws Exception {
        Path none = folder.resolve("none.txt");
        assertRefused("breach-list-away", () -> BreachList.at(none.toString()).holds("any"));
        Path other = Files.writeString(folder.resolve("other.txt"), "this is no list\n");
        assertRefused("breach-list-away", () -> BreachList.at(other.toString()).holds("any"));
    }

    private Path file(List<String> passwords, String end) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String password : passwords) {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            lines.add(HexFormat.of().withUpperCase().formatHex(digest) + ":" + (1 + lines.size() * lines.size()) + end);
        }
        Collections.sort(lines);
        return write(String.join("", lines));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "breached", ".txt"), text);
    }
}
