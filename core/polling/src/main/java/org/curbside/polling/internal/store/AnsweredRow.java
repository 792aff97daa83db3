package org.curbside.polling.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** That someone has answered, under a key that says nothing without the poll's secret. */
@Entity
@Table(name = "answered")
@IdClass(AnsweredRow.Key.class)
public class AnsweredRow {

    @Id
    private long poll;

    @Id
    private String who;

    /** For the persistence provider. */
    protected AnsweredRow() {}

    AnsweredRow(long poll, String who) {
        this.poll = poll;
        this.who = who;
    }

    /** Which poll, and who. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private long poll;
        private String who = "";

        /** For the persistence provider. */
        public Key() {}

        Key(long poll, String who) {
            this.poll = poll;
            this.who = who;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.poll == poll && key.who.equals(who);
        }

        @Override
        public int hashCode() {
            return Objects.hash(poll, who);
        }
    }
}
