package org.curbside.membership.internal.store;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.curbside.api.membership.Ban;
import org.jspecify.annotations.Nullable;

/** A ban as it is kept. */
@Entity
@Table(name = "ban")
public class BanRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ban_seq")
    @SequenceGenerator(name = "ban_seq", sequenceName = "ban_seq", allocationSize = 50)
    private long id;

    @Column
    private long account;

    @Column
    private String operator;

    @Column
    private String reason;

    @Column
    private String begun;

    private @Nullable String lifted;

    @Column(name = "lifted_by")
    private @Nullable String liftedBy;

    @Column(name = "lift_reason")
    private @Nullable String liftReason;

    /** For the persistence provider. */
    protected BanRow() {}

    /** A ban of an account that begins today. */
    public BanRow(long account, String operator, String reason, LocalDate today) {
        this.account = account;
        this.operator = operator;
        this.reason = reason;
        this.begun = today.toString();
    }

    long account() {
        return account;
    }

    String reason() {
        return reason;
    }

    void lift(Ban.Lifting lifting) {
        lifted = lifting.day().toString();
        liftedBy = lifting.operator();
        liftReason = lifting.reason();
    }

    Ban ban(String pseudonym) {
        return new Ban(pseudonym, reason, operator, LocalDate.parse(begun), lifting());
    }

    private Optional<Ban.Lifting> lifting() {
        return Optional.ofNullable(lifted)
                .map(day -> new Ban.Lifting(
                        Objects.requireNonNull(liftReason), Objects.requireNonNull(liftedBy), LocalDate.parse(day)));
    }
}
