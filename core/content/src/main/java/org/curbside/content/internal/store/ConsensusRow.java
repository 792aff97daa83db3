package org.curbside.content.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.api.content.Consensus;
import org.jspecify.annotations.Nullable;

/** What the ratings of all advice on a question amount to. */
@Entity
@Table(name = "consensus_question")
public class ConsensusRow {

    @Id
    private long question;

    private @Nullable Long dissent;

    @Column(name = "dissent_agree")
    private int dissentAgree;

    @Column(name = "dissent_of")
    private int dissentOf;

    private int raters;
    private @Nullable Double ac1;

    @Column(name = "ac1_low")
    private @Nullable Double low;

    @Column(name = "ac1_high")
    private @Nullable Double high;

    private @Nullable Double alpha;

    /** For the persistence provider. */
    protected ConsensusRow() {}

    ConsensusRow(long question) {
        this.question = question;
    }

    void keep(Consensus consensus) {
        Consensus.Dissent against = consensus.dissent();
        dissent = against == null ? null : against.comment();
        dissentAgree = against == null ? 0 : against.agree();
        dissentOf = against == null ? 0 : against.of();
        Consensus.Agreement agreement = consensus.agreement();
        raters = agreement == null ? 0 : agreement.raters();
        ac1 = agreement == null ? null : agreement.ac1();
        low = agreement == null ? null : agreement.low();
        high = agreement == null ? null : agreement.high();
        alpha = agreement == null ? null : agreement.alpha();
    }

    Consensus consensus() {
        return new Consensus(
                dissent == null ? null : new Consensus.Dissent(dissent, dissentAgree, dissentOf),
                ac1 == null || low == null || high == null
                        ? null
                        : new Consensus.Agreement(ac1, low, high, alpha, raters));
    }
}
