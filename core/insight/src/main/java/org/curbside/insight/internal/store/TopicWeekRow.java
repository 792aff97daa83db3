package org.curbside.insight.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Questions and comments on a topic in a week. */
@Entity
@Table(name = "topic_week")
@IdClass(TopicWeekRow.Key.class)
public class TopicWeekRow {

    @Id
    private String topic;

    @Id
    private String week;

    private long posts;

    /** For the persistence provider. */
    protected TopicWeekRow() {}

    TopicWeekRow(Key key) {
        this.topic = key.topic;
        this.week = key.week;
    }

    /** The topic. */
    public String topic() {
        return topic;
    }

    /** The Monday, as ISO 8601 writes it. */
    public String week() {
        return week;
    }

    /** How many. */
    public long posts() {
        return posts;
    }

    void count(long more) {
        posts += more;
    }

    /** What on, and when. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private String topic = "";
        private String week = "";

        /** For the persistence provider. */
        public Key() {}

        Key(String topic, String week) {
            this.topic = topic;
            this.week = week;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.topic.equals(topic) && key.week.equals(week);
        }

        @Override
        public int hashCode() {
            return Objects.hash(topic, week);
        }
    }
}
