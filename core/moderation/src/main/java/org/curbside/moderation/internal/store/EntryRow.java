package org.curbside.moderation.internal.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.api.moderation.ModerationRecord.Entry;
import org.curbside.store.InstantConverter;

/** One thing that was done, chained to the one before. */
@Entity
@Table(name = "moderation_entry")
public class EntryRow {

    @Id
    private long number;

    @Convert(converter = InstantConverter.class)
    private Instant at;

    private String who;
    private String act;

    @Column(name = "moderation_case")
    private long on;

    private String words;
    private String digest;

    /** For the persistence provider. */
    protected EntryRow() {}

    EntryRow(long number, Done done, String before) {
        this.number = number;
        this.at = done.at();
        this.who = done.who();
        this.act = done.act();
        this.on = done.on();
        this.words = done.words();
        this.digest = digest(before);
    }

    String digest() {
        return digest;
    }

    long number() {
        return number;
    }

    /** Whether it is as it was written after the entry with that digest. */
    boolean follows(String before) {
        return digest.equals(digest(before));
    }

    /** Only the last of the fields can have line breaks. */
    private String digest(String before) {
        String all = String.join("\n", before, "" + number, at.toString(), who, act, "" + on, words);
        try {
            byte[] digested = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digested);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Entry entry() {
        return new Entry(number, at, who, act, on, words, digest);
    }

    /**
     * What was done.
     *
     * @param on the case, or 0
     */
    public record Done(Instant at, String who, String act, long on, String words) {}
}
