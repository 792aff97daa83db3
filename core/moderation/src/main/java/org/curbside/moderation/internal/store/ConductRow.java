package org.curbside.moderation.internal.store;

import java.time.LocalDate;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.moderation.internal.Level;

/** How fast a member may write, as it was reckoned on some day. */
@Entity
@Table(name = "moderation_conduct")
public class ConductRow {

    @Id
    private long member;

    @Enumerated(EnumType.STRING)
    private Level level;

    private String reckoned;

    /** For the persistence provider. */
    protected ConductRow() {}

    ConductRow(long member, Level level, LocalDate reckoned) {
        this.member = member;
        this.level = level;
        this.reckoned = reckoned.toString();
    }

    Level level() {
        return level;
    }

    boolean isOf(LocalDate day) {
        return reckoned.equals(day.toString());
    }
}
