package org.curbside.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What came of the requests of one phase, split into what is the swapped bundle's own and the rest.
 *
 * @param phase what was swapped in it
 * @param rest requests that have nothing to do with that
 * @param failed how many of these were not answered as they should be
 * @param p50Millis their median latency; here and below without votes in a slow poll, which take what they take
 * @param p99Millis their 99th percentile
 * @param longestMillis their longest latency
 * @param own requests that are the swapped bundle's own
 * @param askedToWait how many of these were answered 503 with Retry-After
 * @param ownFailed how many of these were neither answered nor asked to wait
 */
record Phase(
        String phase,
        int rest,
        int failed,
        double p50Millis,
        double p99Millis,
        double longestMillis,
        int own,
        long askedToWait,
        long ownFailed) {

    private static final int SHOWN = 5;

    /** For each phase the kinds of requests that are its own. */
    static List<Phase> of(List<Trip> trips, Map<String, Set<String>> own) {
        Map<String, List<Trip>> phases =
                trips.stream().collect(Collectors.groupingBy(Trip::phase, LinkedHashMap::new, Collectors.toList()));
        return phases.entrySet().stream()
                .map(phase -> of(phase.getKey(), phase.getValue(), own.getOrDefault(phase.getKey(), Set.of())))
                .toList();
    }

    private static Phase of(String name, List<Trip> trips, Set<String> ownKinds) {
        Map<Boolean, List<Trip>> split =
                trips.stream().collect(Collectors.partitioningBy(trip -> ownKinds.contains(trip.kind())));
        List<Trip> own = List.copyOf(split.get(true));
        List<Trip> rest = List.copyOf(split.get(false));
        Predicate<Trip> failed = trip -> !trip.done();
        Predicate<Trip> dropped = failed.and(trip -> !trip.askedToWait());
        rest.stream().filter(failed).limit(SHOWN).forEach(trip -> System.err.println(name + ": " + trip));
        own.stream().filter(dropped).limit(SHOWN).forEach(trip -> System.err.println(name + ", its own: " + trip));
        List<Double> millis = rest.stream()
                .filter(trip -> trip.done() && !trip.kind().equals(Town.VOTE_SLOWLY))
                .map(Trip::millis)
                .toList();
        Step step = Step.of(name, rest.size(), millis, 0);
        return new Phase(
                name,
                rest.size(),
                (int) rest.stream().filter(failed).count(),
                step.p50Millis(),
                step.p99Millis(),
                Math.round(
                        millis.stream().mapToDouble(Double::doubleValue).max().orElse(0)),
                own.size(),
                own.stream().filter(Trip::askedToWait).count(),
                own.stream().filter(dropped).count());
    }
}
