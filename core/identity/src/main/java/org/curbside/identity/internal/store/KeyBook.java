package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.curbside.api.credential.IssuerKey;

/** The directory of the desk's keys, and the private halves of those that can still sign. */
public final class KeyBook {

    private final Books books;

    /** In the desk's database. */
    public KeyBook(Books books) {
        this.books = books;
    }

    /** Every key there ever was, oldest first. */
    public List<IssuerKey> directory() {
        return books.inTransaction(KeyBook::directory);
    }

    /** Adds a key at the end, with its private half as PKCS #8, unless there is one for the group and the epoch. */
    public void add(String group, LocalDate epoch, byte[] spki, byte... secret) {
        books.inTransaction(connection -> {
            List<IssuerKey> directory = directory(connection);
            if (directory.stream().noneMatch(key -> isOf(key, group, epoch))) {
                IssuerKey key = IssuerKey.after(directory, group, epoch, spki);
                Books.update(
                        connection,
                        "insert into issuer_key (place, grp, epoch, spki, chain, secret) values (?, ?, ?, ?, ?, ?)",
                        directory.size(),
                        key.group(),
                        key.epoch().toString(),
                        key.spki(),
                        key.chain(),
                        Base64.getEncoder().encodeToString(secret));
            }
            return group;
        });
    }

    /** The key of a group in an epoch. */
    public Optional<IssuerKey> find(String group, LocalDate epoch) {
        return directory().stream().filter(key -> isOf(key, group, epoch)).findFirst();
    }

    private static boolean isOf(IssuerKey key, String group, LocalDate epoch) {
        return key.group().equals(group) && key.epoch().equals(epoch);
    }

    /** The private half of a key, as PKCS #8; empty when its epoch is over. */
    public Optional<byte[]> secret(IssuerKey key) {
        return books.first(
                        row -> row.getString(1),
                        "select secret from issuer_key where grp = ? and epoch = ? and secret is not null",
                        key.group(),
                        key.epoch().toString())
                .map(Base64.getDecoder()::decode);
    }

    /** Whoever gets hold of the database later signs nothing for an epoch that is over. */
    public void forgetBefore(LocalDate epoch) {
        books.inTransaction(connection -> {
            Books.update(connection, "update issuer_key set secret = null where epoch < ?", epoch.toString());
            return Books.update(connection, "delete from issued where epoch < ?", epoch.toString());
        });
    }

    /** The id of the key that a licence's credential of an epoch was signed with, if it has one. */
    public Optional<String> issuedWith(String ledger) {
        return books.first(row -> row.getString(1), "select key_id from issued where ledger = ?", ledger);
    }

    /** How many credentials were signed with a key. */
    public long issued(String keyId) {
        return books.first(row -> row.getLong(1), "select count(*) from issued where key_id = ?", keyId)
                .orElse(0L);
    }

    /**
     * Notes that a licence has its credential of an epoch.
     *
     * @param ledger says which licence and epoch, to whoever has the desk's secret
     * @param blinded the digest of what is signed
     * @return false when something else was signed for it before
     */
    public boolean note(String ledger, String blinded, IssuerKey key) {
        return books.inTransaction(connection -> {
            List<String> before = Books.query(
                    connection, row -> row.getString(1), "select blinded from issued where ledger = ?", ledger);
            if (before.isEmpty()) {
                Books.update(
                        connection,
                        "insert into issued (ledger, blinded, epoch, key_id) values (?, ?, ?, ?)",
                        ledger,
                        blinded,
                        key.epoch().toString(),
                        key.id());
            }
            return before.isEmpty() || before.contains(blinded);
        });
    }

    private static List<IssuerKey> directory(Connection connection) throws SQLException {
        return Books.query(connection, KeyBook::read, "select grp, epoch, spki, chain from issuer_key order by place");
    }

    private static IssuerKey read(ResultSet row) throws SQLException {
        return new IssuerKey(
                row.getString("grp"),
                LocalDate.parse(row.getString("epoch")),
                row.getString("spki"),
                row.getString("chain"));
    }
}
