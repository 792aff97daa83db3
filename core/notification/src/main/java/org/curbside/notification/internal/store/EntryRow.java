package org.curbside.notification.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.curbside.api.content.Question;
import org.curbside.api.notification.Happening;
import org.curbside.api.notification.InboxEntry;
import org.curbside.store.InstantConverter;

/** What a member was told of one question, as it is kept. */
@Entity
@Table(name = "inbox_entry")
@IdClass(MemberQuestion.class)
public class EntryRow {

    @Id
    private long member;

    @Id
    private long question;

    private long moved;
    private boolean asked;
    private int advice;
    private int replies;
    private boolean concluded;
    private boolean minority;
    private boolean moderated;
    private boolean found;
    private boolean seen;
    private boolean reminded;

    @Column
    @Convert(converter = InstantConverter.class)
    private Instant happened;

    /** For the persistence provider. */
    protected EntryRow() {}

    EntryRow(long member, long question, Instant happened) {
        this.member = member;
        this.question = question;
        this.happened = happened;
    }

    long member() {
        return member;
    }

    /** The question's number. */
    public long question() {
        return question;
    }

    /** The number of the last happening. */
    public long moved() {
        return moved;
    }

    /** Whether it is new to the member. */
    public boolean isNews() {
        return !seen && !reminded;
    }

    /** What was read is not told again beside it, and nothing is told twice. */
    void tell(Happening.Kind what, long drawn, Instant at) {
        if (moved >= drawn) {
            return;
        }
        if (seen) {
            asked = false;
            advice = 0;
            replies = 0;
            concluded = false;
            minority = false;
            moderated = false;
            found = false;
            seen = false;
        }
        switch (what) {
            case QUESTION_ASKED -> asked = true;
            case ADVICE_GIVEN -> advice++;
            case REPLY_GIVEN -> replies++;
            case QUESTION_CONCLUDED -> concluded = true;
            case VIEW_IN_MINORITY -> minority = true;
            case POST_MODERATED -> moderated = true;
            case SEARCH_MATCHED -> found = true;
        }
        moved = drawn;
        happened = at;
        reminded = false;
    }

    /** As the member reads it, with the question as it is now. */
    public InboxEntry entry(Question now) {
        return new InboxEntry(
                moved,
                question,
                now.title(),
                now.specialty(),
                asked,
                advice,
                replies,
                concluded,
                minority,
                moderated,
                found,
                happened,
                seen);
    }
}
