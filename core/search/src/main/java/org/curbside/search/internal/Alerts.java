package org.curbside.search.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.curbside.api.content.QuestionAsked;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.search.SavedSearchMatched;
import org.curbside.api.slice.SliceAway;
import org.curbside.search.internal.index.Fields;
import org.curbside.search.internal.index.Index;
import org.curbside.search.internal.store.SavedSearchRow.Kept;
import org.curbside.search.internal.store.SavedSearchStore;
import org.curbside.store.EventLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds each new question against every saved search, as soon as the index has it, and says which ones find it. What was said and up to
 * where is stored in one transaction, so that each match is told once, whatever breaks off.
 */
@Component(
        immediate = true,
        service = {})
public final class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final long PAUSE_MILLIS = 1_000;
    private static final int AT_ONCE = 200;

    private final EventLog log;
    private final SavedSearchStore store;
    private final SearchDesk desk;
    private final Indexer indexer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "curbside-search-alerts");
        daemon.setDaemon(true);
        return daemon;
    });
    private long looked;

    /** As the platform runs it. */
    @Activate
    public Alerts(
            @Reference EventLog log,
            @Reference SavedSearchStore store,
            @Reference SearchDesk desk,
            @Reference Indexer indexer) {
        this(log, store, desk, indexer, PAUSE_MILLIS);
    }

    Alerts(EventLog log, SavedSearchStore store, SearchDesk desk, Indexer indexer, long pauseMillis) {
        this.log = log;
        this.store = store;
        this.desk = desk;
        this.indexer = indexer;
        var unused = thread.scheduleWithFixedDelay(this::turn, pauseMillis, pauseMillis, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("New questions are still held against saved searches; that begins again");
        }
    }

    /** Tells of what the index has and was not told of before. */
    synchronized void turn() {
        try {
            boolean more = true;
            while (more) {
                more = indexer.ask(this::tell);
            }
        } catch (SliceAway | Refusal away) {
            LOG.debug("Saved searches wait", away);
        } catch (RuntimeException e) {
            LOG.warn("Saved searches wait, because new questions cannot be held against them", e);
        }
    }

    /** Whether there may be more. */
    private boolean tell(Index index) throws IOException {
        long known = index.position();
        if (!index.whole() || looked >= known) {
            return false;
        }
        long from = store.alerted();
        EventLog.Stretch stretch = log.after(from, Set.of(QuestionAsked.class), AT_ONCE);
        List<QuestionAsked> asked = stretch.events().stream()
                .filter(placed -> placed.position() <= known)
                .map(placed -> (QuestionAsked) placed.event())
                .toList();
        looked = Math.min(stretch.position(), known);
        if (asked.isEmpty()) {
            return false;
        }
        store.alert(from, looked, index.search(searcher -> matches(searcher, asked)));
        return true;
    }

    private List<SavedSearchMatched> matches(IndexSearcher searcher, List<QuestionAsked> asked) throws IOException {
        Query among = new TermInSetQuery(
                Fields.ID,
                asked.stream()
                        .map(question -> new BytesRef("" + question.question()))
                        .toList());
        List<SavedSearchMatched> matches = new ArrayList<>();
        for (Kept search : store.all()) {
            Set<Long> found = found(searcher, search, among, asked.size());
            asked.stream()
                    .filter(question -> found.contains(question.question())
                            && question.question() > search.seen()
                            && question.member() != search.member())
                    .map(question -> new SavedSearchMatched(
                            search.id(), search.member(), search.name(), question.question(), question.at()))
                    .forEach(matches::add);
        }
        return matches;
    }

    private Set<Long> found(IndexSearcher searcher, Kept search, Query among, int most) throws IOException {
        Query query;
        try {
            query = desk.interpreted(search.query()).query();
        } catch (Refusal refusal) {
            return Set.of(); // it names a specialty that has gone since
        }
        Query both = new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(among, Occur.FILTER)
                .build();
        Set<Long> found = new HashSet<>();
        for (ScoreDoc hit : searcher.search(both, most).scoreDocs) {
            found.add(Long.parseLong(
                    searcher.storedFields().document(hit.doc, Set.of(Fields.ID)).get(Fields.ID)));
        }
        return found;
    }
}
