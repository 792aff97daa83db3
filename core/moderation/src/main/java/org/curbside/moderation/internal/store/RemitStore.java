package org.curbside.moderation.internal.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moderators' channels in the community's database; every method is one transaction. */
@Component(service = RemitStore.class)
public final class RemitStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code moderation}. */
    @Activate
    public RemitStore(@Reference(target = "(osgi.unit.name=moderation)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Gives a moderator these channels instead of others, and enters that. */
    public void assign(long moderator, Collection<String> channels, EntryRow.Done done) {
        jpa.tx(TransactionType.Required, em -> {
            em.createQuery("delete from RemitRow r where r.moderator = :moderator")
                    .setParameter("moderator", moderator)
                    .executeUpdate();
            channels.forEach(channel -> em.persist(new RemitRow(moderator, channel)));
            RecordStore.append(em, done);
        });
    }

    /** The channels that operators have given to moderators. */
    public Map<Long, Set<String>> assigned() {
        return jpa.txExpr(TransactionType.Required, em -> {
            Map<Long, Set<String>> assigned = new HashMap<>();
            em.createQuery("select r from RemitRow r", RemitRow.class)
                    .getResultStream()
                    .forEach(row -> assigned.computeIfAbsent(row.moderator(), moderator -> new TreeSet<>())
                            .add(row.channel()));
            return assigned;
        });
    }
}
