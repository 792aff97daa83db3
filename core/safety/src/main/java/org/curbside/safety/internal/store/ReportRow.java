package org.curbside.safety.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.curbside.store.InstantConverter;

/** A report as it is kept. */
@Entity
@Table(name = "adverse_event_report")
public class ReportRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "report_seq")
    @SequenceGenerator(name = "report_seq", sequenceName = "report_seq", allocationSize = 50)
    private long id;

    private long question;
    private long member;
    private String product;
    private String reaction;
    private boolean serious;

    @Column
    private String outcome;

    @Column
    @Convert(converter = InstantConverter.class)
    private Instant reported;

    /** For the persistence provider. */
    protected ReportRow() {}

    /** A report that is not stored yet. */
    public ReportRow(
            long question,
            long member,
            String product,
            String reaction,
            boolean serious,
            String outcome,
            Instant reported) {
        this.question = question;
        this.member = member;
        this.product = product;
        this.reaction = reaction;
        this.serious = serious;
        this.outcome = outcome;
        this.reported = reported;
    }

    long question() {
        return question;
    }

    long member() {
        return member;
    }

    String product() {
        return product;
    }

    String reaction() {
        return reaction;
    }

    boolean serious() {
        return serious;
    }
}
