package org.curbside.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of the requests of one phase, split into what is the swapped add-on's own and the rest.
 *
 * @param phase its name: the kind of request that is the swapped add-on's own
 * @param rest requests that have nothing to do with it
 * @param failed how many of these were not answered as they should be
 * @param p50Millis their median latency
 * @param p99Millis their 99th percentile
 * @param own requests that are the add-on's own
 * @param askedToWait how many of these were answered 503 with Retry-After
 * @param ownFailed how many of these were neither answered nor asked to wait
 */
record Phase(
        String phase,
        int rest,
        int failed,
        double p50Millis,
        double p99Millis,
        int own,
        long askedToWait,
        long ownFailed) {

    static List<Phase> of(List<Trip> trips) {
        Map<String, List<Trip>> phases =
                trips.stream().collect(Collectors.groupingBy(Trip::phase, LinkedHashMap::new, Collectors.toList()));
        return phases.entrySet().stream()
                .map(phase -> of(phase.getKey(), phase.getValue()))
                .toList();
    }

    private static Phase of(String name, List<Trip> trips) {
        List<Trip> own = trips.stream().filter(trip -> trip.kind().equals(name)).toList();
        List<Trip> rest =
                trips.stream().filter(trip -> !trip.kind().equals(name)).toList();
        rest.stream().filter(trip -> !trip.done()).limit(5).forEach(trip -> System.err.println(name + ": " + trip));
        own.stream()
                .filter(trip -> !trip.done() && !trip.askedToWait())
                .limit(5)
                .forEach(trip -> System.err.println(name + ", its own: " + trip));
        Step step = Step.of(
                name,
                rest.size(),
                rest.stream().filter(Trip::done).map(Trip::millis).toList(),
                0);
        return new Phase(
                name,
                rest.size(),
                step.failed(),
                step.p50Millis(),
                step.p99Millis(),
                own.size(),
                own.stream().filter(Trip::askedToWait).count(),
                own.stream().filter(trip -> !trip.done() && !trip.askedToWait()).count());
    }
}
