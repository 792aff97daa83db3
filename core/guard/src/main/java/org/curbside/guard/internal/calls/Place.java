package org.curbside.guard.internal.calls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** An extension point and an id: at most one add-on at a time is called there. */
public record Place(Point point, String id) {

    /** Marks what slices see. */
    public static final String GUARDED = "curbside.guarded";

    /** Slices read a catalogue once, when it comes, so its next version has to be another service to them. */
    private static final String CAME_AS = "curbside.came.as";

    private static final List<String> KEPT = List.of("curbside.", Constants.SERVICE_RANKING);

    /** Where a service belongs; nowhere if its interface is no extension point or it has no id. */
    public static Optional<Place> of(ServiceReference<?> service) {
        return Point.of((String[]) service.getProperty(Constants.OBJECTCLASS))
                .filter(point -> service.getProperty(point.idProperty()) instanceof String)
                .map(point -> new Place(point, (String) service.getProperty(point.idProperty())));
    }

    /** What an add-on's service says of itself, for the service that stands before it. */
    static Map<String, Object> properties(ServiceReference<?> service) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : service.getPropertyKeys()) {
            if (KEPT.stream().anyMatch(key::startsWith)) {
                properties.put(key, service.getProperty(key));
            }
        }
        if (of(service).filter(place -> place.point() == Point.CATALOGUE).isPresent()) {
            properties.put(CAME_AS, service.getProperty(Constants.SERVICE_ID));
        }
        properties.put(GUARDED, true);
        return properties;
    }
}
