package org.curbside.screening.phi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.Screening;
import org.curbside.spi.screening.ScreeningId;
import org.osgi.service.component.annotations.Component;

/** Points at protected health information by rules. Where two rules meet, the stricter and longer one speaks. */
@Component
@ScreeningId(id = "phi")
public final class PhiScreening implements Screening {

    private static final Comparator<Concern> STRICTEST_FIRST = Comparator.comparing(Concern::severity)
            .thenComparing(concern -> concern.start() - concern.end())
            .thenComparing(Concern::start);

    @Override
    public List<Concern> screen(String text) {
        PlainText plain = new PlainText(text);
        List<Concern> found = new ArrayList<>();
        for (Rule rule : Rule.ALL) {
            Matcher match = rule.pattern().matcher(plain.characters());
            boolean part = rule.pattern().pattern().contains("(?<it>");
            while (match.find()) {
                int start = plain.start(part ? match.start("it") : match.start());
                int end = plain.end(part ? match.end("it") : match.end());
                found.add(new Concern(start, end, rule.kind(), rule.severity(), rule.message()));
            }
        }
        return withoutOverlaps(found);
    }

    private static List<Concern> withoutOverlaps(List<Concern> found) {
        NavigableMap<Integer, Concern> kept = new TreeMap<>();
        found.sort(STRICTEST_FIRST);
        for (Concern concern : found) {
            Map.Entry<Integer, Concern> before = kept.floorEntry(concern.start());
            Integer after = kept.ceilingKey(concern.start());
            boolean free = before == null || before.getValue().end() <= concern.start();
            if (free && (after == null || after >= concern.end())) {
                kept.put(concern.start(), concern);
            }
        }
        return List.copyOf(kept.values());
    }
}
