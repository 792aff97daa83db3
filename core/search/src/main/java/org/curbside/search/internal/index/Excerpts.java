package org.curbside.search.internal.index;

import java.io.IOException;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.curbside.api.content.Author;
import org.curbside.api.search.Hit;
import org.curbside.api.search.Hit.Excerpt;
import org.curbside.api.search.Hit.Piece;
import org.curbside.api.search.Hit.Place;
import org.jspecify.annotations.Nullable;

/** Shows of what was found where it says so. All of it is in the index; no row is read. */
public final class Excerpts {

    private static final int GOAL = 180;
    private static final float IN_THE_MIDDLE = 0.5f;
    private static final int MOST = 2;

    /** All that may stand in a field; a long discussion has as many characters. */
    private static final int LONGEST = 1 << 21;

    private static final String[] SHOWN = {Fields.TITLE, Fields.TEXT, Fields.CONCLUSION, Fields.ADVICE};
    private static final int[] PASSAGES = {1, 1, 1, MOST};
    private static final Set<String> KEPT = Set.of(
            Fields.ID,
            Fields.ASKED,
            Fields.CHANNEL,
            Fields.AUTHOR,
            Fields.EXPERTISE,
            Fields.COMMENTS,
            Fields.TOPICS,
            Fields.IS,
            Fields.ADVICE_ID);

    private Excerpts() {}

    /**
     * Those documents, in that order.
     *
     * @param words that were looked for
     * @param channels the name of a channel by its code
     */
    public static List<Hit> of(
            IndexSearcher searcher, Analyzer analyzer, Query words, int[] documents, UnaryOperator<String> channels)
            throws IOException {
        Map<String, Object[]> passages = new Pen(searcher, analyzer).passages(words, documents);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            int at = i;
            Document kept = searcher.storedFields().document(documents[i], KEPT);
            hits.add(hit(
                    kept,
                    Arrays.stream(SHOWN)
                            .map(field -> found(passages.get(field), at))
                            .toList(),
                    channels));
        }
        return hits;
    }

    private static Hit hit(Document kept, List<List<Found>> shown, UnaryOperator<String> channels) {
        String channel = kept.get(Fields.CHANNEL);
        List<String> is = List.of(kept.getValues(Fields.IS));
        return new Hit(
                Long.parseLong(kept.get(Fields.ID)),
                shown.get(0).stream().flatMap(found -> found.pieces().stream()).toList(),
                new Author(kept.get(Fields.AUTHOR), kept.get(Fields.EXPERTISE)),
                channel,
                channels.apply(channel),
                List.of(kept.getValues(Fields.TOPICS)),
                Instant.ofEpochMilli(number(kept.getField(Fields.ASKED))),
                (int) number(kept.getField(Fields.COMMENTS)),
                is.contains(Fields.CLOSED),
                is.contains(Fields.POLL),
                excerpts(kept, shown));
    }

    private static long number(IndexableField field) {
        return field.numericValue().longValue();
    }

    private static List<Excerpt> excerpts(Document kept, List<List<Found>> shown) {
        List<Found> question = shown.get(1);
        List<Told> told = Stream.of(
                        question.stream().map(found -> new Told(found, Place.QUESTION)),
                        shown.get(2).stream().map(found -> new Told(found, Place.CONCLUSION)),
                        shown.get(3).stream().map(found -> new Told(found, Place.ADVICE)))
                .flatMap(each -> each)
                .filter(each -> each.found().says())
                .sorted(Comparator.comparingDouble(each -> -each.found().score()))
                .limit(MOST)
                .sorted(Comparator.comparing(Told::place))
                .toList();
        IndexableField[] advice = kept.getFields(Fields.ADVICE_ID);
        return told.isEmpty()
                ? question.stream()
                        .map(found -> new Excerpt(Place.QUESTION, null, found.pieces()))
                        .toList()
                : told.stream().map(each -> each.excerpt(advice)).toList();
    }

    @SuppressWarnings("unchecked") // as the pen makes them
    private static List<Found> found(@Nullable Object @Nullable [] made, int at) {
        return made == null || made[at] == null ? List.of() : (List<Found>) made[at];
    }

    /** A passage and the field that it stands in. */
    private record Told(Found found, Place place) {

        Excerpt excerpt(IndexableField... advice) {
            return new Excerpt(
                    place, place == Place.ADVICE ? (Long) number(advice[found.value()]) : null, found.pieces());
        }
    }

    /**
     * A passage.
     *
     * @param value which of the field's values it stands in
     */
    private record Found(double score, int value, List<Piece> pieces) {

        boolean says() {
            return pieces.stream().anyMatch(Piece::found);
        }
    }

    /** Lucene's highlighter, which hands out pieces instead of markup. */
    private static final class Pen extends UnifiedHighlighter {

        Pen(IndexSearcher searcher, Analyzer analyzer) {
            super(UnifiedHighlighter.builder(searcher, analyzer).withMaxLength(LONGEST));
        }

        Map<String, Object[]> passages(Query words, int... documents) throws IOException {
            return highlightFieldsAsObjects(SHOWN, words, documents.clone(), PASSAGES.clone());
        }

        @Override
        protected BreakIterator getBreakIterator(String field) {
            return field.equals(Fields.TITLE)
                    ? new WholeBreakIterator()
                    : LengthGoalBreakIterator.createClosestToLength(
                            BreakIterator.getSentenceInstance(Locale.ENGLISH), GOAL, IN_THE_MIDDLE);
        }

        @Override
        protected int getMaxNoHighlightPassages(String field) {
            return field.equals(Fields.TITLE) || field.equals(Fields.TEXT) ? 1 : 0;
        }

        @Override
        protected PassageFormatter getFormatter(String field) {
            return new PassageFormatter() {
                @Override
                public List<Found> format(Passage[] passages, String content) {
                    return Arrays.stream(passages)
                            .map(passage ->
                                    new Found(passage.getScore(), value(passage, content), pieces(passage, content)))
                            .toList();
                }
            };
        }

        /** A passage may begin with what separates two values, so it is counted up to what was found. */
        private static int value(Passage passage, String content) {
            int at = passage.getNumMatches() == 0 ? passage.getStartOffset() : passage.getMatchStarts()[0];
            return (int) content.chars()
                    .limit(at)
                    .filter(each -> each == MULTIVAL_SEP_CHAR)
                    .count();
        }

        private static List<Piece> pieces(Passage passage, String content) {
            List<Piece> pieces = new ArrayList<>();
            int at = passage.getStartOffset();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int start = Math.max(at, passage.getMatchStarts()[i]);
                int end = Math.min(passage.getMatchEnds()[i], passage.getEndOffset());
                if (end > start) {
                    add(pieces, content.substring(at, start), false);
                    add(pieces, content.substring(start, end), true);
                    at = end;
                }
            }
            add(pieces, content.substring(at, Math.max(at, passage.getEndOffset())), false);
            return pieces;
        }

        private static void add(List<Piece> pieces, String text, boolean found) {
            String shown = text.replace("" + MULTIVAL_SEP_CHAR, "");
            if (!shown.isEmpty()) {
                pieces.add(new Piece(shown, found));
            }
        }
    }
}
