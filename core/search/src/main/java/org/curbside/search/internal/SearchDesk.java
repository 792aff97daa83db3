package org.curbside.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.curbside.api.content.Channels;
import org.curbside.api.content.Habits;
import org.curbside.api.membership.Member;
import org.curbside.api.search.Hit;
import org.curbside.api.search.Order;
import org.curbside.api.search.Search;
import org.curbside.api.search.SearchResults;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.curbside.search.internal.index.Excerpts;
import org.curbside.search.internal.index.Fields;
import org.curbside.search.internal.index.Index;
import org.curbside.search.internal.query.Interpretation;
import org.curbside.search.internal.query.Interpreter;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Searches in the index, by the vocabulary of the specialties. */
@Component(service = {Search.class, SearchDesk.class})
public final class SearchDesk implements Search {

    private static final int COUNTED = 1_000;
    private static final int MOST_SIMILAR = 5;
    private static final Sort NEWEST =
            new Sort(LongField.newSortField(Fields.ASKED, true, SortedNumericSelector.Type.MIN));

    private final Indexer indexer;
    private final Supplier<Channels> channels;
    private final Predicate<Member> answersFirst;
    private final Interpreter interpreter;
    private final Runnable letGo;

    /** As the platform runs it. */
    @Activate
    public SearchDesk(BundleContext context, @Reference Indexer indexer) {
        this(indexer, new Slices(context));
    }

    private SearchDesk(Indexer indexer, Slices slices) {
        this(indexer, slices.of(Channels.class)::get, answersFirst(slices.of(Habits.class)), slices::close);
    }

    private static Predicate<Member> answersFirst(Slice<Habits> habits) {
        return reader -> habits.get().answersFirst(reader);
    }

    /**
     * In that index, by the words of those channels.
     *
     * @param answersFirst who wants to answer polls before reading advice
     * @param letGo is run when it closes
     */
    public SearchDesk(Indexer indexer, Supplier<Channels> channels, Predicate<Member> answersFirst, Runnable letGo) {
        this.indexer = indexer;
        this.channels = channels;
        this.answersFirst = answersFirst;
        this.interpreter = new Interpreter(indexer.words(), () -> channels.get().channels());
        this.letGo = letGo;
    }

    @Deactivate
    void close() {
        letGo.run();
    }

    /** What a search asks, or a refusal. */
    Interpretation interpreted(@Nullable String query) {
        return interpreter.of(query);
    }

    @Override
    public SearchResults search(Member reader, @Nullable String query, Order order, int page) {
        Interpretation interpretation = interpreted(query);
        int shown = Math.max(1, Math.min(page, LAST_PAGE));
        Order by = interpretation.ranked() ? order : Order.NEWEST;
        return indexer.ask(index -> index.search(searcher -> page(reader, index, searcher, interpretation, by, shown)));
    }

    private SearchResults page(
            Member reader, Index index, IndexSearcher searcher, Interpretation interpretation, Order order, int page)
            throws IOException {
        TopDocs found = find(searcher, interpretation.query(), order, page * PER_PAGE + 1);
        int from = Math.min((page - 1) * PER_PAGE, found.scoreDocs.length);
        int to = Math.min(page * PER_PAGE, found.scoreDocs.length);
        return new SearchResults(
                hits(reader, searcher, interpretation.words(), Arrays.copyOfRange(found.scoreDocs, from, to)),
                found.totalHits.value,
                found.totalHits.relation == TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO,
                page,
                found.scoreDocs.length > to && page < LAST_PAGE,
                interpretation.alsoFor(),
                !index.whole());
    }

    private static TopDocs find(IndexSearcher searcher, Query query, Order order, int most) throws IOException {
        return order == Order.BEST
                ? searcher.search(query, new TopScoreDocCollectorManager(most, null, COUNTED))
                : searcher.search(query, new TopFieldCollectorManager(NEWEST, most, null, COUNTED));
    }

    private List<Hit> hits(Member reader, IndexSearcher searcher, Query words, ScoreDoc... found) throws IOException {
        int[] documents = Arrays.stream(found).mapToInt(hit -> hit.doc).toArray();
        if (documents.length == 0) {
            return List.of();
        }
        List<Hit> hits = Excerpts.of(searcher, indexer.words().analyzer(), words, documents, channels.get()::name);
        return hits.stream().anyMatch(SearchDesk::tells) && answersFirst.test(reader)
                ? hits.stream()
                        .map(hit -> tells(hit) ? hit.withoutAdvice() : hit)
                        .toList()
                : hits;
    }

    /** Whether it says what others advise where one could answer a poll. */
    private static boolean tells(Hit hit) {
        return hit.poll()
                && !hit.closed()
                && hit.excerpts().stream().anyMatch(excerpt -> excerpt.place() == Hit.Place.ADVICE);
    }

    @Override
    public List<Hit> similar(Member reader, String text, Optional<String> channel) {
        return indexer.ask(index -> index.search(searcher -> similar(
                reader, searcher, interpreter.like(text, channel, stem -> having(searcher.getIndexReader(), stem)))));
    }

    private List<Hit> similar(Member reader, IndexSearcher searcher, Optional<Query> like) throws IOException {
        return like.isEmpty()
                ? List.of()
                : hits(reader, searcher, like.get(), find(searcher, like.get(), Order.BEST, MOST_SIMILAR).scoreDocs);
    }

    /** How many questions have a word, about: most of those that have it anywhere have it in one and the same field. */
    private static int having(IndexReader index, String stem) {
        int most = 0;
        for (Fields.Weight field : Fields.WORDS) {
            try {
                most = Math.max(most, index.docFreq(new Term(field.field(), stem)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return most;
    }
}
