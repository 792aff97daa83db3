package org.curbside.content.internal.store;

import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.content.Channel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Channels in the community's database; every method is one transaction. */
@Component(service = ChannelStore.class)
public final class ChannelStore {

    private final JpaTemplate jpa;

    /** Uses the persistence unit {@code content}. */
    @Activate
    public ChannelStore(@Reference(target = "(osgi.unit.name=content)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Adds those that are new, and takes over the wording of those that are not. */
    public void keep(List<Channel> channels) {
        jpa.tx(TransactionType.Required, em -> channels.forEach(channel -> em.merge(new ChannelRow(channel))));
    }

    /** All, by name. */
    public List<Channel> all() {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select c from ChannelRow c order by c.name", ChannelRow.class)
                .getResultStream()
                .map(ChannelRow::channel)
                .toList());
    }
}
