package org.curbside.moderation.internal.store;

import java.time.Instant;
import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.content.Channel;
import org.curbside.api.moderation.Case.State;
import org.curbside.api.moderation.Measure;
import org.curbside.api.moderation.Rule;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is counted of cases and flags, without walled channels; every method is one transaction. */
@Component(service = StatisticsStore.class)
public final class StatisticsStore {

    private static final List<String> WALLED = List.of(Channel.PRACTICE, Channel.ELSEWHERE);

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code moderation}. */
    @Activate
    public StatisticsStore(@Reference(target = "(osgi.unit.name=moderation)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** What for, one for each flag since then. */
    public List<Rule> flags(Instant since) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select f.rule from FlagRow f, CaseRow c where c.id = f.on and f.flagged >= :since"
                                + " and c.channel not in :walled",
                        Rule.class)
                .setParameter("since", since)
                .setParameter("walled", WALLED)
                .getResultList());
    }

    /** Cases opened since then that are decided. */
    public List<Decided> decided(Instant since) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select c from CaseRow c where c.opened >= :since and c.measure is not null"
                                + " and c.channel not in :walled",
                        CaseRow.class)
                .setParameter("since", since)
                .setParameter("walled", WALLED)
                .getResultStream()
                .map(StatisticsStore::decided)
                .toList());
    }

    private static Decided decided(CaseRow row) {
        @Nullable
        Measure measure = row.decision() == null ? null : row.decision().measure();
        return new Decided(measure == null ? Measure.DISMISS : measure, row.opened(), row.decided(), row.state());
    }

    /** A decided case, as far as it is counted. */
    public record Decided(Measure measure, Instant opened, Instant at, State state) {}
}
