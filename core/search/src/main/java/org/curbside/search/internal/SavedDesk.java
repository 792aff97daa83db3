package org.curbside.search.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.search.NewSavedSearch;
import org.curbside.api.search.SavedSearch;
import org.curbside.api.search.SavedSearches;
import org.curbside.search.internal.index.Fields;
import org.curbside.search.internal.index.Index;
import org.curbside.search.internal.store.SavedSearchRow.Kept;
import org.curbside.search.internal.store.SavedSearchStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps searches, and counts what is new in them. */
@Component
public final class SavedDesk implements SavedSearches {

    private static final int LONGEST_NAME = 60;
    private static final int MOST_FRESH = 100;

    private final SavedSearchStore store;
    private final SearchDesk desk;
    private final Indexer indexer;
    private final Clock clock;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public SavedDesk(@Reference SavedSearchStore store, @Reference SearchDesk desk, @Reference Indexer indexer) {
        this(store, desk, indexer, Clock.systemUTC());
    }

    SavedDesk(SavedSearchStore store, SearchDesk desk, Indexer indexer, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.indexer = indexer;
        this.clock = clock;
    }

    @Override
    public List<SavedSearch> of(Member member) {
        return store.of(member.id()).stream().map(this::counted).toList();
    }

    @Override
    public SavedSearch save(Member member, NewSavedSearch search) {
        String query = Objects.requireNonNullElse(search.query(), "").strip();
        desk.interpreted(query);
        String given = Objects.requireNonNullElse(search.name(), "").strip();
        int length = given.codePointCount(0, given.length());
        if (length > LONGEST_NAME) {
            throw Refusal.invalid(
                    "search-name-length",
                    "name",
                    "Shorten the name to %d characters; it has %d.".formatted(LONGEST_NAME, length));
        }
        return counted(store.save(
                member.id(),
                given.isEmpty() ? cut(query) : given,
                query,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                indexer.ask(Index::newest),
                MOST));
    }

    private static String cut(String query) {
        return query.codePointCount(0, query.length()) <= LONGEST_NAME
                ? query
                : query.substring(0, query.offsetByCodePoints(0, LONGEST_NAME - 1)) + "\u2026";
    }

    @Override
    public SavedSearch look(Member member, long search) {
        return counted(
                store.look(member.id(), search, indexer.ask(Index::newest)).orElseThrow(SavedDesk::noSuchSearch));
    }

    @Override
    public void forget(Member member, long search) {
        if (!store.forget(member.id(), search)) {
            throw noSuchSearch();
        }
    }

    private static Refusal noSuchSearch() {
        return Refusal.notFound("no-such-search", "You keep no search with this number.");
    }

    private SavedSearch counted(Kept kept) {
        return kept.with(fresh(kept));
    }

    /** A specialty that it names may have gone since. */
    private int fresh(Kept kept) {
        try {
            Query query = new BooleanQuery.Builder()
                    .add(desk.interpreted(kept.query()).query(), Occur.FILTER)
                    .add(LongPoint.newRangeQuery(Fields.NUMBER, kept.seen() + 1, Long.MAX_VALUE), Occur.FILTER)
                    .build();
            long found = indexer.ask(index -> index.search(searcher ->
                    searcher.search(query, new TopScoreDocCollectorManager(1, null, MOST_FRESH)).totalHits.value));
            return (int) Math.min(MOST_FRESH, found);
        } catch (Refusal refusal) {
            return 0;
        }
    }
}
