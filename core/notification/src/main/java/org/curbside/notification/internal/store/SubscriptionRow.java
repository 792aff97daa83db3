package org.curbside.notification.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.curbside.api.notification.Level;
import org.curbside.api.notification.Subject;
import org.jspecify.annotations.Nullable;

/** How much a member hears of one thing, as it is kept. */
@Entity
@Table(name = "subscription")
@IdClass(SubscriptionRow.Key.class)
public class SubscriptionRow {

    @Id
    private long member;

    @Id
    @Enumerated(EnumType.STRING)
    private Subject subject;

    @Id
    private String name;

    @Column
    @Enumerated(EnumType.STRING)
    private @Nullable Level chosen;

    @Column
    @Enumerated(EnumType.STRING)
    private @Nullable Level usual;

    /** For the persistence provider. */
    protected SubscriptionRow() {}

    SubscriptionRow(long member, Subject subject, String name) {
        this.member = member;
        this.subject = subject;
        this.name = name;
    }

    /** Whose it is. */
    public long member() {
        return member;
    }

    /** What sort of thing it is of. */
    public Subject subject() {
        return subject;
    }

    /** The channel's code, the topic, or the question's number. */
    public String name() {
        return name;
    }

    /** What the member has chosen, or null. */
    public @Nullable Level chosen() {
        return chosen;
    }

    /** What holds, or null. */
    public @Nullable Level level() {
        return chosen == null ? usual : chosen;
    }

    void choose(@Nullable Level level) {
        chosen = level;
    }

    /** It is usually watched. */
    void watch() {
        usual = Level.WATCHING;
    }

    /** Which member, and which thing. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private long member;
        private Subject subject = Subject.QUESTION;
        private String name = "";

        /** For the persistence provider. */
        public Key() {}

        Key(long member, Subject subject, String name) {
            this.member = member;
            this.subject = subject;
            this.name = name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.member == member && key.subject == subject && key.name.equals(name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(member, subject, name);
        }
    }
}
