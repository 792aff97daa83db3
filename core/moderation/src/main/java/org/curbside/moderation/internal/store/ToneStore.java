package org.curbside.moderation.internal.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.content.Post;
import org.curbside.api.moderation.Civility;
import org.curbside.api.moderation.Tone;
import org.curbside.store.Reading;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tones in the community's database; every method is one transaction. */
@Component(service = ToneStore.class)
public final class ToneStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code moderation}. */
    @Activate
    public ToneStore(@Reference(target = "(osgi.unit.name=moderation)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Keeps how a member finds the tone of advice. */
    public void mark(Post advice, long member, Tone tone) {
        jpa.tx(TransactionType.Required, em -> {
            ToneRow row = em.find(ToneRow.class, new ToneRow.Key(advice.id(), member));
            if (row == null) {
                em.persist(new ToneRow(advice, member, tone));
            } else {
                row.revise(tone);
            }
        });
    }

    /** What a member has said of the advice on a question. */
    public Map<Long, Tone> on(long question, long member) {
        return jpa.txExpr(TransactionType.Required, em -> Reading.query(
                        em,
                        "select t from ToneRow t where t.question = :question and t.member = :member",
                        ToneRow.class)
                .setParameter("question", question)
                .setParameter("member", member)
                .getResultStream()
                .collect(Collectors.toMap(ToneRow::advice, ToneRow::tone)));
    }

    /** How many colleagues have said something of an author's tone. */
    public long colleagues(long author) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select count(distinct t.member) from ToneRow t where t.author = :author", Long.class)
                .setParameter("author", author)
                .getSingleResult());
    }

    /** What they have said. */
    public Civility of(long author) {
        List<Object[]> counts = jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select t.tone, count(t.advice) from ToneRow t where t.author = :author group by t.tone",
                        Object[].class)
                .setParameter("author", author)
                .getResultList());
        Map<Tone, Integer> by = new EnumMap<>(Tone.class);
        counts.forEach(count -> by.put((Tone) count[0], ((Number) count[1]).intValue()));
        return new Civility(
                by.getOrDefault(Tone.COURTEOUS, 0), by.getOrDefault(Tone.BLUNT, 0), by.getOrDefault(Tone.UNCIVIL, 0));
    }
}
