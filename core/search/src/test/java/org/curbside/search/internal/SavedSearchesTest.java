package org.curbside.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.curbside.api.event.Event;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.search.NewSavedSearch;
import org.curbside.api.search.SavedSearch;
import org.curbside.api.search.SavedSearchMatched;
import org.curbside.api.search.SavedSearches;
import org.curbside.search.internal.store.SavedSearchStore;
import org.curbside.testkit.jpa.LocalJpa;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedSearchesTest {

    private static final long NEVER = 3_600_000;
    private static final Member WREN = new Member("wren".hashCode(), "wren", Community.SURGERY);
    private static final Member KESTREL = new Member("kestrel".hashCode(), "kestrel", Community.SURGERY);

    private final Community community = new Community();
    private final List<Event> events = new ArrayList<>();

    private Indexer indexer;
    private SearchDesk desk;
    private SavedSearchStore store;
    private SavedSearches saved;
    private Alerts alerts;

    @BeforeEach
    void open(@TempDir Path folder) {
        indexer = community.indexer(folder);
        indexer.turn();
        desk = community.desk(indexer);
        store = new SavedSearchStore(
                new LocalJpa("search", "/db/search/V1__saved_searches.sql"), (em, event) -> events.add(event));
        saved = new SavedDesk(store, desk, indexer, Clock.fixed(Community.NOON, ZoneOffset.UTC));
        alerts = alerts();
    }

    private Alerts alerts() {
        return new Alerts(community, store, desk, indexer, NEVER);
    }

    @AfterEach
    void close() throws Exception {
        alerts.close();
        indexer.close();
    }

    @Test
    void what_was_asked_since_one_looked_is_new() {
        ask("Sepsis before");
        SavedSearch search = saved.save(WREN, new NewSavedSearch(" My sepsis ", " sepsis "));
        assertThat(search).isEqualTo(new SavedSearch(search.id(), "My sepsis", "sepsis", Community.NOON, 0));
        ask("Sepsis after");
        ask("Something else");
        assertThat(saved.of(WREN)).extracting(SavedSearch::fresh).containsExactly(1);
        saved.look(WREN, search.id());
        assertThat(saved.of(WREN)).extracting(SavedSearch::fresh).containsExactly(0);
        assertThat(saved.of(KESTREL)).isEmpty();
    }

    @Test
    void a_new_question_is_told_once_to_whoever_looks_for_it_and_not_to_its_asker() throws Exception {
        ask("Sepsis before");
        SavedSearch search = saved.save(WREN, new NewSavedSearch("", "sepsis is:unanswered"));
        saved.save(KESTREL, new NewSavedSearch("", "sepsis"));
        saved.save(WREN, new NewSavedSearch("", "gout"));
        long asked = ask("Sepsis after");
        alerts.turn();
        alerts.turn();
        Alerts afterRestart = alerts();
        afterRestart.turn();
        afterRestart.close();
        assertThat(events)
                .containsExactly(
                        new SavedSearchMatched(search.id(), WREN.id(), "sepsis is:unanswered", asked, Community.NOON));
    }

    @Test
    void a_search_whose_specialty_is_gone_stops_no_other() {
        saved.save(WREN, new NewSavedSearch("", "specialty:cardiology sepsis"));
        saved.save(WREN, new NewSavedSearch("", "sepsis"));
        community.channels.remove(0);
        ask("Sepsis after");
        alerts.turn();
        assertThat(events).hasSize(1);
        assertThat(saved.of(WREN)).extracting(SavedSearch::fresh).containsExactly(1, 0);
    }

    @Test
    void the_same_search_is_kept_once() {
        SavedSearch first = saved.save(WREN, new NewSavedSearch("One", "sepsis"));
        SavedSearch second = saved.save(WREN, new NewSavedSearch("Other", "sepsis"));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(saved.of(WREN)).extracting(SavedSearch::name).containsExactly("Other");
    }

    @Test
    void nobody_touches_anothers() {
        SavedSearch search = saved.save(WREN, new NewSavedSearch("One", "sepsis"));
        assertRefused("no-such-search", () -> saved.look(KESTREL, search.id()));
        assertRefused("no-such-search", () -> saved.forget(KESTREL, search.id()));
        saved.forget(WREN, search.id());
        assertThat(saved.of(WREN)).isEmpty();
        assertRefused("no-such-search", () -> saved.forget(WREN, search.id()));
    }

    @Test
    void what_could_not_be_searched_is_not_kept_and_there_is_room_for_twenty() {
        assertRefused("search-operator", () -> saved.save(WREN, new NewSavedSearch("", "nonsense:a")));
        assertRefused("search-name-length", () -> saved.save(WREN, new NewSavedSearch("n".repeat(61), "sepsis")));
        assertThat(saved.save(WREN, new NewSavedSearch(null, "word ".repeat(20)))
                        .name())
                .hasSize(60);
        for (int i = 1; i < SavedSearches.MOST; i++) {
            saved.save(WREN, new NewSavedSearch("", "sepsis " + i));
        }
        assertRefused("too-many-saved-searches", () -> saved.save(WREN, new NewSavedSearch("", "gout")));
    }

    private long ask(String title) {
        long question = community.ask(title, "With a text that is long enough.");
        indexer.turn();
        return question;
    }

    private static void assertRefused(String name, Runnable deed) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.name())
                .isEqualTo(name));
    }
}
