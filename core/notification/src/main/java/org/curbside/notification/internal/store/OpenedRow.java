package org.curbside.notification.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.curbside.store.InstantConverter;

/** How a question was when a member last opened it. */
@Entity
@Table(name = "opened_question")
@IdClass(MemberQuestion.class)
public class OpenedRow {

    @Id
    private long member;

    @Id
    private long question;

    private int comments;

    @Column
    @Convert(converter = InstantConverter.class)
    @SuppressWarnings("UnusedVariable") // by it they are taken away
    private Instant opened;

    /** For the persistence provider. */
    protected OpenedRow() {}

    OpenedRow(long member, long question, int comments, Instant opened) {
        this.member = member;
        this.question = question;
        this.comments = comments;
        this.opened = opened;
    }

    long question() {
        return question;
    }

    int comments() {
        return comments;
    }

    /** Writes nothing when nothing is new. */
    void opened(int now, Instant at) {
        if (now != comments) {
            comments = now;
            opened = at;
        }
    }
}
