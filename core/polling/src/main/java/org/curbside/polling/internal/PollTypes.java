package org.curbside.polling.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.curbside.api.polling.PollKind;
import org.curbside.spi.poll.PollType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The poll types that are installed at the moment, by id. */
@Component(service = PollTypes.class)
public final class PollTypes {

    /** As {@code org.curbside.spi.poll.PollTypeId} writes them. */
    private static final String ID = "curbside.poll.type";

    private static final String NAME = "curbside.poll.name";

    private final List<Installed> installed = new CopyOnWriteArrayList<>();

    /** With none at first. */
    @Activate
    public PollTypes() {}

    /** A poll type has come; of two with the same id, the later one answers until it goes. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addPollType(PollType type, Map<String, Object> properties) {
        if (properties.get(ID) instanceof String id) {
            String name = properties.get(NAME) instanceof String given ? given : id;
            installed.add(new Installed(type, new PollKind(id, name)));
        }
    }

    /** A poll type has gone. */
    public void removePollType(PollType type) {
        installed.removeIf(one -> one.type.equals(type));
    }

    Optional<PollType> find(String id) {
        return installed.stream()
                .filter(one -> one.kind.id().equals(id))
                .map(Installed::type)
                .reduce((earlier, later) -> later);
    }

    List<PollKind> kinds() {
        return installed.stream()
                .collect(Collectors.toMap(one -> one.kind.id(), Installed::kind, (earlier, later) -> later))
                .values()
                .stream()
                .sorted(Comparator.comparing(PollKind::name).thenComparing(PollKind::id))
                .toList();
    }

    private record Installed(PollType type, PollKind kind) {}
}
