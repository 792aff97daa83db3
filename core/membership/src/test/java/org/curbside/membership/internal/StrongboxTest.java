package org.curbside.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.curbside.membership.internal.Membership.PASSWORD;
import static org.curbside.membership.internal.Membership.assertRefused;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.util.encoders.Base32;
import org.curbside.api.membership.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrongboxTest {

    private final Membership membership = new Membership();

    @BeforeEach
    void open() {
        membership.reception.addOperator("Porter", PASSWORD);
        membership.reception.addOperator("Warden", PASSWORD);
    }

    @Test
    void whoever_has_the_database_has_no_second_factor() throws Exception {
        assertThat(membership.key).as("made when it is needed").doesNotExist();
        String session = membership.in("Porter").session();
        String offered = membership.authenticators.offer(session).secret();
        assertThat(membership.everythingKept()).contains("1.").doesNotContain(offered);
        membership.authenticators.use(session, code(offered));

        String kept = membership.everythingKept();

        String key = Files.readString(membership.key).strip();
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(kept).contains("1.").doesNotContain(offered, key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(membership.key)))
                .isEqualTo("rw-------");
        assertThat(membership.key.getParent()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void the_same_key_opens_after_a_restart() {
        String secret = enrol("Porter");
        Membership again = membership.restarted();
        membership.clock.pass(Duration.ofSeconds(30));
        assertThat(again.sessions.enter(ticket(again, "Porter"), code(secret), null))
                .isNotNull();
    }

    @Test
    void what_lay_open_is_sealed_at_the_next_start_and_opens_as_before() throws Exception {
        String secret = enrol("Porter");
        String session = membership.in("Warden").session();
        String offered = membership.authenticators.offer(session).secret();
        update("update account set totp = '" + secret + "' where name = 'Porter'");
        update("update account set totp_offered = '" + offered + "' where name = 'Warden'");
        membership.clock.pass(Duration.ofSeconds(30));
        assertThat(membership.sessions.enter(ticket(membership, "Porter"), code(secret), null))
                .as("while it still lies open")
                .isNotNull();

        Membership again = membership.restarted();

        assertThat(again.everythingKept()).doesNotContain(secret, offered);
        membership.clock.pass(Duration.ofSeconds(30));
        assertThat(again.sessions.enter(ticket(again, "Porter"), code(secret), null))
                .isNotNull();
        assertThat(again.authenticators.offered(session).secret()).isEqualTo(offered);
        assertThat(again.authenticators.use(session, code(offered))).hasSize(10);
    }

    @Test
    void a_key_that_is_lost_is_not_replaced_by_another() throws Exception {
        String secret = enrol("Porter");
        String warden = membership.in("Warden").session();
        String key = Files.readString(membership.key);
        Files.delete(membership.key);
        assertRefused("authenticator-unreadable", () -> membership.authenticators.offer(warden));
        update("update account set totp_offered = '" + secret + "' where name = 'Warden'");

        Membership again = membership.restarted();

        assertRefused("authenticator-unreadable", () -> again.authenticators.offer(warden));
        assertThat(membership.key).doesNotExist();
        Files.writeString(membership.key, key);
        membership.clock.pass(Duration.ofSeconds(30));
        assertThat(again.sessions.enter(ticket(again, "Porter"), code(secret), null))
                .as("put back from the backup")
                .isNotNull();
        assertThat(again.authenticators.offer(warden).secret()).isNotEmpty();
    }

    @Test
    void a_secret_that_is_moved_to_another_account_opens_nothing() throws Exception {
        String secret = enrol("Porter");
        enrol("Warden");
        update("update account set totp = (select totp from account where name = 'Porter') where name = 'Warden'");
        membership.clock.pass(Duration.ofSeconds(30));
        assertRefused(
                "authenticator-unreadable",
                () -> membership.sessions.enter(ticket(membership, "Warden"), code(secret), null));
        assertThat(membership.sessions.enter(ticket(membership, "Porter"), code(secret), null))
                .isNotNull();
    }

    @Test
    void without_its_key_a_recovery_code_still_lets_its_owner_in() throws Exception {
        String session = membership.in("Porter").session();
        String secret = membership.authenticators.offer(session).secret();
        List<String> codes = membership.authenticators.use(session, code(secret));
        String key = Files.readString(membership.key);
        Files.delete(membership.key);
        membership.clock.pass(Duration.ofSeconds(30));

        assertRefused(
                "authenticator-unreadable",
                () -> membership.sessions.enter(ticket(membership, "Porter"), code(secret), null));
        assertThat(membership.key).as("another would open nothing").doesNotExist();
        String in = membership
                .sessions
                .enter(ticket(membership, "Porter"), codes.get(0), null)
                .session();
        Files.writeString(membership.key, key);
        assertThat(membership.sessions.enter(ticket(membership, "Porter"), code(secret), null))
                .as("put back from the backup")
                .isNotNull();

        Files.writeString(membership.key, "not a key");
        assertThatThrownBy(() -> membership.authenticators.offer(in))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Put it back from a backup");
    }

    private String enrol(String name) {
        String session = membership.in(name).session();
        String secret = membership.authenticators.offer(session).secret();
        membership.authenticators.use(session, code(secret));
        return secret;
    }

    private String code(String secret) {
        return Totp.code(Base32.decode(secret), membership.clock.instant().getEpochSecond() / 30, 6);
    }

    private static String ticket(Membership at, String name) {
        return ((Entry.CodeNeeded) at.sessions.signIn(name, PASSWORD, null)).ticket();
    }

    private void update(String statement) throws SQLException {
        try (Connection connection = membership.jpa.database().getConnection()) {
            assertThat(connection.createStatement().executeUpdate(statement)).isEqualTo(1);
        }
    }
}
