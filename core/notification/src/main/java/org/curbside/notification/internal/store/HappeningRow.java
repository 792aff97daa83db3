package org.curbside.notification.internal.store;

import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.api.notification.Happening;

/** A happening as it is kept. */
@Entity
@Table(name = "happening")
public class HappeningRow {

    @Id
    private long id;

    @Enumerated(EnumType.STRING)
    private Happening.Kind kind;

    private long question;
    private String channel;
    private boolean walled;
    private long member;

    /** For the persistence provider. */
    protected HappeningRow() {}

    HappeningRow(Happening what) {
        this.id = what.id();
        this.kind = what.kind();
        this.question = what.question();
        this.channel = what.channel();
        this.walled = what.walled();
        this.member = what.member();
    }

    Happening happening() {
        return new Happening(id, kind, question, channel, walled, member);
    }
}
