package org.curbside.polling.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.curbside.spi.poll.PollType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The poll types that are installed at the moment, by id. */
@Component(service = PollTypes.class)
public final class PollTypes {

    /** As {@code org.curbside.spi.poll.PollTypeId} writes it. */
    private static final String ID = "curbside.poll.type";

    private final Map<String, PollType> byId = new ConcurrentHashMap<>();

    /** With none at first. */
    @Activate
    public PollTypes() {}

    /** A poll type has come; of two with the same id, the later one answers. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addPollType(PollType type, Map<String, Object> properties) {
        if (properties.get(ID) instanceof String id) {
            byId.put(id, type);
        }
    }

    /** A poll type has gone. */
    public void removePollType(PollType type) {
        byId.values().remove(type);
    }

    Optional<PollType> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<String> ids() {
        return byId.keySet().stream().sorted().toList();
    }
}
