package org.curbside.insight.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** That a physician wrote on a topic in a week. */
@Entity
@Table(name = "activity")
@IdClass(ActivityRow.Key.class)
public class ActivityRow {

    @Id
    private String week;

    @Id
    private String topic;

    @Id
    private long member;

    @Column
    private String specialty;

    /** For the persistence provider. */
    protected ActivityRow() {}

    ActivityRow(Key key, String specialty) {
        this.week = key.week;
        this.topic = key.topic;
        this.member = key.member;
        this.specialty = specialty;
    }

    /** When, what on, and who. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private String week = "";
        private String topic = "";
        private long member;

        /** For the persistence provider. */
        public Key() {}

        Key(String week, String topic, long member) {
            this.week = week;
            this.topic = topic;
            this.member = member;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.week.equals(week) && key.topic.equals(topic) && key.member == member;
        }

        @Override
        public int hashCode() {
            return Objects.hash(week, topic, member);
        }
    }
}
