package org.curbside.delivery.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.api.delivery.Delivery.Mail;
import org.curbside.store.InstantConverter;
import org.jspecify.annotations.Nullable;

/** An address as it is kept: sealed, and of a member whom it does not name. */
@Entity
@Table(name = "delivery_address")
public class AddressRow {

    @Id
    private String member;

    private String address;

    @Enumerated(EnumType.STRING)
    private Mail state;

    private @Nullable String code;
    private int tries;

    @Column
    @Convert(converter = InstantConverter.class)
    private Instant made;

    @Column
    @Convert(converter = InstantConverter.class)
    private Instant due;

    private int attempts;

    /** For the persistence provider. */
    protected AddressRow() {}

    /** One that waits for a code. */
    public AddressRow(String member, String address, String code, Instant made) {
        this.member = member;
        this.address = address;
        this.state = Mail.UNCONFIRMED;
        this.code = code;
        this.made = made;
        this.due = made;
    }

    /** What stands for the member. */
    public String member() {
        return member;
    }

    /** The address, sealed. */
    public String address() {
        return address;
    }

    /** How far it has come. */
    public Mail state() {
        return state;
    }

    /** How many digests in a row were put off. */
    public int attempts() {
        return attempts;
    }

    /** Whether that is the code; from then on digests come. Otherwise one try is gone. */
    boolean confirm(String shown, Instant next) {
        if (!shown.equals(code)) {
            tries++;
            return false;
        }
        code = null;
        state = Mail.CONFIRMED;
        due = next;
        return true;
    }

    int tries() {
        return tries;
    }

    boolean isDue(Instant now) {
        return state == Mail.CONFIRMED && !due.isAfter(now);
    }

    void due(Instant at) {
        due = at;
    }

    void putOff(Instant at) {
        if (at.isBefore(due)) {
            due = at;
        }
        attempts++;
    }

    void settle() {
        attempts = 0;
    }

    void refuse() {
        state = Mail.REFUSED;
        attempts = 0;
    }
}
