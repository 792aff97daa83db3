package org.curbside.delivery.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.api.delivery.Hours;
import org.curbside.api.delivery.Rhythm;
import org.jspecify.annotations.Nullable;

/** When a member is reached, as it is kept. */
@Entity
@Table(name = "delivery_hours")
public class HoursRow {

    @Id
    private String member;

    @Enumerated(EnumType.STRING)
    private Rhythm rhythm;

    @Column(name = "digest_hour")
    private int digestHour;

    private String zone;

    @Column(name = "night_from")
    private int nightFrom;

    @Column(name = "night_to")
    private int nightTo;

    @Column(name = "away_until")
    private @Nullable String awayUntil;

    /** For the persistence provider. */
    protected HoursRow() {}

    HoursRow(String member, Hours hours) {
        this.member = member;
        this.rhythm = hours.rhythm();
        this.digestHour = hours.hour();
        this.zone = hours.zone();
        this.nightFrom = hours.nightFrom();
        this.nightTo = hours.nightTo();
        this.awayUntil = hours.awayUntil() == null ? null : "" + hours.awayUntil();
    }

    String member() {
        return member;
    }

    Hours hours() {
        return new Hours(
                rhythm, digestHour, zone, nightFrom, nightTo, awayUntil == null ? null : LocalDate.parse(awayUntil));
    }
}
