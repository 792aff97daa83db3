package org.curbside.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.membership.Entry;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.AccountStore;
import org.curbside.membership.internal.store.BanStore;
import org.curbside.membership.internal.store.FactorStore;
import org.curbside.membership.internal.store.PendingStore;
import org.curbside.membership.internal.store.SessionStore;
import org.curbside.membership.internal.store.TryStore;
import org.curbside.testkit.MovableClock;
import org.curbside.testkit.jpa.LocalJpa;
import org.jspecify.annotations.Nullable;

/** The whole slice on a database of its own, with a clock that tests move. */
final class Membership {

    /** So that a hundred tests take no minute; PasswordsTest has what ships. */
    private static final int LITTLE_MEMORY_KIB = 64;

    static final String PASSWORD = "four words make one";
    static final String MEDICINE = "207R00000X";
    static final LocalDate EPOCH = LocalDate.of(2026, 1, 31);

    final Desk desk = new Desk();
    final MovableClock clock;
    final LocalJpa jpa;
    final Path key;
    final Reception reception;
    final Sessions sessions;
    final Confirmations confirmations;
    final OwnPasswords ownPasswords;
    final AuthenticatorApps authenticators;
    final PasskeyRing passkeys;
    final Appointments appointments;
    final Banishments banishments;
    final Recoveries recoveries;

    Membership() {
        this("", new RelyingParty("", ""));
    }

    Membership(String breached, RelyingParty party) {
        this(
                breached,
                party,
                new MovableClock(Instant.parse("2026-02-03T04:05:06Z")),
                new LocalJpa(
                        "membership",
                        "/db/membership/V1__accounts.sql",
                        "/db/membership/V2__member_keys.sql",
                        "/db/membership/V3__sign_in.sql",
                        "/db/membership/V5__renewal.sql",
                        "/db/membership/V6__bans.sql",
                        "/db/membership/V7__sealed_secrets.sql"),
                newKey());
    }

    /** @param key where the key of what is shared with authenticator apps lies */
    private Membership(String breached, RelyingParty party, MovableClock clock, LocalJpa jpa, Path key) {
        this.key = key;
        this.clock = clock;
        this.jpa = jpa;
        SecureRandom random = new SecureRandom();
        Passwords passwords = new Passwords(random, BreachList.at(breached), LITTLE_MEMORY_KIB);
        AccountStore accounts = new AccountStore(jpa);
        SessionStore kept = new SessionStore(jpa);
        FactorStore factors = new FactorStore(jpa);
        PendingStore pending = new PendingStore(jpa);
        TryStore tries = new TryStore(jpa);
        Strongbox strongbox = new Strongbox(key, factors, random);
        Doorkeeper doorkeeper = new Doorkeeper(accounts, kept, clock, random);
        PasskeyCheck check = new PasskeyCheck(party, pending, factors, accounts, doorkeeper, clock);
        Sessions.Stores stores = new Sessions.Stores(accounts, kept, pending, factors, tries);
        reception = new Reception(accounts, desk::directory, clock, passwords, () -> {});
        sessions = new Sessions(stores, doorkeeper, check, passwords, strongbox, clock, random);
        confirmations = new Confirmations(doorkeeper, check, passwords, factors, tries, strongbox, clock);
        ownPasswords = new OwnPasswords(doorkeeper, passwords, accounts, factors, kept);
        authenticators = new AuthenticatorApps(doorkeeper, factors, strongbox, clock, random);
        passkeys = new PasskeyRing(doorkeeper, party, factors, pending, clock, random);
        appointments = new Appointments(accounts);
        banishments = new Banishments(accounts, new BanStore(jpa), clock);
        recoveries = new Recoveries(accounts, passwords, doorkeeper);
    }

    private static Path newKey() {
        try {
            Path folder = Files.createTempDirectory("membership");
            folder.toFile().deleteOnExit();
            Path key = folder.resolve("authenticator.key");
            key.toFile().deleteOnExit();
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As after a restart: nothing is left but the database and the key. */
    Membership restarted() {
        return new Membership("", new RelyingParty("", ""), clock, jpa, key);
    }

    Member member(String name) {
        return reception.join(desk.credential(name, name, MEDICINE, EPOCH), name, PASSWORD);
    }

    Entry.In in(String name) {
        return in(name, PASSWORD, null);
    }

    Entry.In in(String name, String password, @Nullable String device) {
        Entry entry = sessions.signIn(name, password, device);
        assertThat(entry).isInstanceOf(Entry.In.class);
        return (Entry.In) entry;
    }

    /** Every value of every row, as somebody finds it who has the database. */
    String everythingKept() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = jpa.database().getConnection();
                ResultSet tables = connection
                        .createStatement()
                        .executeQuery(
                                "select table_name from information_schema.tables where table_schema = 'PUBLIC'")) {
            while (tables.next()) {
                append(all, connection, tables.getString(1));
            }
        }
        return all.toString();
    }

    private static void append(StringBuilder all, Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    all.append(rows.getString(column)).append('\n');
                }
            }
        }
    }

    static void assertRefused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.name())
                .isEqualTo(name));
    }
}
