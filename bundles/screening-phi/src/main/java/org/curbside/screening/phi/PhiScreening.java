package org.curbside.screening.phi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.Screening;
import org.curbside.spi.screening.ScreeningId;
import org.osgi.service.component.annotations.Component;

/**
 * Points at protected health information by rules and by lists of names. Where two meet, the stricter and longer one speaks.
 */
@Component
@ScreeningId(id = "phi")
public final class PhiScreening implements Screening {

    private static final Comparator<Concern> STRICTEST_FIRST = Comparator.comparing(Concern::severity)
            .thenComparing(concern -> concern.start() - concern.end())
            .thenComparing(Concern::start);

    private static final List<Finder> FINDERS = Stream.<Finder>concat(
                    Rules.ALL.stream(), Stream.of(new PlaceNames(), new PersonNames()))
            .toList();

    @Override
    public List<Concern> screen(String text) {
        PlainText plain = new PlainText(text);
        Words words = new Words(plain.characters());
        List<Concern> found = new ArrayList<>();
        for (Finder finder : FINDERS) {
            finder.find(words, (kind, start, end) -> found.add(kind.at(plain.start(start), plain.end(end))));
        }
        return withoutOverlaps(text, found);
    }

    /** Every character that anything was found at stays found; of the laxer one, what the stricter leaves. */
    private static List<Concern> withoutOverlaps(String text, List<Concern> found) {
        NavigableMap<Integer, Concern> kept = new TreeMap<>();
        found.sort(STRICTEST_FIRST);
        for (Concern concern : found) {
            int start = concern.start();
            Map.Entry<Integer, Concern> next = kept.floorEntry(start);
            next = next == null || next.getValue().end() <= start ? kept.ceilingEntry(start) : next;
            while (next != null && next.getKey() < concern.end()) {
                keep(kept, text, concern, start, next.getKey());
                start = Math.max(start, next.getValue().end());
                next = kept.ceilingEntry(start);
            }
            keep(kept, text, concern, start, concern.end());
        }
        return List.copyOf(kept.values());
    }

    private static void keep(NavigableMap<Integer, Concern> kept, String text, Concern whole, int start, int end) {
        if (start < end && text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit)) {
            kept.put(start, new Concern(start, end, whole.kind(), whole.severity(), whole.message()));
        }
    }
}
