package org.curbside.content.internal.store;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A member who wants to answer a poll before seeing what others advise. */
@Entity
@Table(name = "answer_first")
public class AnswerFirstRow {

    @Id
    private long member;

    /** For the persistence provider. */
    protected AnswerFirstRow() {}

    AnswerFirstRow(long member) {
        this.member = member;
    }
}
