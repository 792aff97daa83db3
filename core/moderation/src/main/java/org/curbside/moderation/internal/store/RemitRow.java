package org.curbside.moderation.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A channel that an operator has given to a moderator. */
@Entity
@Table(name = "moderation_remit")
@IdClass(RemitRow.Key.class)
public class RemitRow {

    @Id
    private long moderator;

    @Id
    private String channel;

    /** For the persistence provider. */
    protected RemitRow() {}

    RemitRow(long moderator, String channel) {
        this.moderator = moderator;
        this.channel = channel;
    }

    long moderator() {
        return moderator;
    }

    String channel() {
        return channel;
    }

    /** Whose, and which. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private long moderator;
        private String channel = "";

        /** For the persistence provider. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.moderator == moderator && key.channel.equals(channel);
        }

        @Override
        public int hashCode() {
            return Objects.hash(moderator, channel);
        }
    }
}
