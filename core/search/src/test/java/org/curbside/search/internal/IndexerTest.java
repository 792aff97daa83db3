package org.curbside.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.curbside.api.content.Discussion;
import org.curbside.api.content.Discussions;
import org.curbside.api.paging.Page;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.search.Hit;
import org.curbside.api.search.Order;
import org.curbside.api.search.SearchIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerTest {

    private final Community community = new Community();

    private final Path folder;

    IndexerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void what_is_asked_advised_concluded_and_hidden_is_followed() throws Exception {
        Indexer indexer = community.indexer(folder);
        indexer.turn();
        long question = community.ask("Sepsis", "Which fluid is best?");
        indexer.turn();
        assertThat(found(indexer, "sepsis")).containsExactly(question);
        long advice = community.advise(question, "sparrow", "Balanced crystalloid.");
        indexer.turn();
        assertThat(found(indexer, "crystalloid")).containsExactly(question);
        community.reply(question, advice, "kestrel", "And bicarbonate?");
        indexer.turn();
        assertThat(found(indexer, "bicarbonate by:kestrel")).containsExactly(question);
        community.conclude(question, "Ringer it was.");
        indexer.turn();
        assertThat(found(indexer, "ringer status:closed")).containsExactly(question);
        community.hide(question);
        indexer.turn();
        assertThat(found(indexer, "sepsis")).isEmpty();
        indexer.close();
    }

    @Test
    void after_a_crash_it_goes_on_from_its_last_commit() throws Exception {
        Indexer indexer = community.indexer(folder.resolve("running"));
        long before = community.ask("Sepsis", "Which fluid is best?");
        indexer.turn();
        long later = community.ask("Sepsis again", "Which vasopressor is best?");
        indexer.turn();
        assertThat(found(indexer, "sepsis")).containsExactlyInAnyOrder(before, later);
        Path crashed = copied(folder.resolve("running"), folder.resolve("crashed"));
        indexer.close();

        CountedReads reads = new CountedReads(community);
        Indexer next = new Indexer(crashed, community, () -> reads, () -> {});
        next.turn();
        assertThat(next.state().position()).isEqualTo(1);
        assertThat(found(next, "sepsis")).containsExactly(before);
        next.turn();
        assertThat(found(next, "sepsis")).containsExactlyInAnyOrder(before, later);
        assertThat(reads.read).isEqualTo(1);
        next.close();
    }

    @Test
    void what_is_closed_in_order_has_nothing_to_follow() throws Exception {
        Indexer indexer = community.indexer(folder);
        indexer.turn();
        community.ask("Sepsis", "Which fluid is best?");
        indexer.turn();
        indexer.close();

        Indexer next = community.indexer(folder);
        next.turn();
        assertThat(next.state()).isEqualTo(new SearchIndex.Progress(1, true, 1));
        next.close();
    }

    @Test
    void a_broken_index_and_one_that_was_never_complete_are_made_anew() throws Exception {
        Indexer indexer = community.indexer(folder);
        long question = community.ask("Sepsis", "Which fluid is best?");
        indexer.turn();
        indexer.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".si")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        Files.createDirectories(folder.resolve("7"));

        Indexer next = community.indexer(folder);
        next.turn();
        assertThat(found(next, "sepsis")).containsExactly(question);
        assertThat(next.state().whole()).isTrue();
        next.close();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void the_old_one_serves_while_a_new_one_is_made_and_nothing_is_missing_afterwards() throws Exception {
        AtomicReference<Indexer> running = new AtomicReference<>();
        List<Long> seen = new ArrayList<>();
        List<Long> asked = new ArrayList<>();
        asked.add(community.ask("Sepsis", "Which fluid is best?"));
        Discussions slow = new Discussions() {
            @Override
            public List<Discussion> of(Collection<Long> questions) {
                return community.of(questions);
            }

            @Override
            public Page<Discussion> after(long after, int limit) {
                var page = community.after(after, limit);
                Indexer indexer = running.get();
                if (indexer != null) {
                    asked.add(community.ask("Sepsis meanwhile", "Which vasopressor is best?"));
                    indexer.turn();
                    seen.addAll(found(indexer, "sepsis"));
                    assertThatThrownBy(() -> indexer.rebuild(progress -> {}))
                            .isInstanceOf(Refusal.class)
                            .hasMessageContaining("already");
                }
                return page;
            }
        };
        Indexer indexer = new Indexer(folder, community, () -> slow, () -> {});
        indexer.turn();
        running.set(indexer);
        SearchIndex.Progress after = indexer.rebuild(progress -> {});
        assertThat(seen).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(after).isEqualTo(new SearchIndex.Progress(2, true, 2));
        assertThat(found(indexer, "sepsis")).containsExactlyInAnyOrderElementsOf(asked);
        indexer.close();
    }

    @Test
    void what_could_not_be_read_is_read_in_the_next_turn() throws Exception {
        AtomicReference<Discussions> there = new AtomicReference<>(community);
        Indexer indexer = new Indexer(folder, community, there::get, () -> {});
        indexer.turn();
        long question = community.ask("Sepsis", "Which fluid is best?");
        there.set(new Away());
        indexer.turn();
        assertThat(found(indexer, "sepsis")).isEmpty();
        there.set(community);
        indexer.turn();
        assertThat(found(indexer, "sepsis")).containsExactly(question);
        indexer.close();
    }

    @Test
    void a_search_before_there_is_an_index_is_asked_to_wait() throws Exception {
        Indexer indexer = community.indexer(folder);
        assertThatThrownBy(() -> found(indexer, "sepsis"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.retryAfterSeconds())
                        .isPositive());
        indexer.close();
    }

    private List<Long> found(Indexer indexer, String query) {
        return community.desk(indexer).search(Community.READER, query, Order.BEST, 1).hits().stream()
                .map(Hit::question)
                .toList();
    }

    /** As the disk is when the process ends at this moment; what was not committed may be half written. */
    private static Path copied(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from).sorted(Comparator.naturalOrder())) {
            for (Path file : files.toList()) {
                if (!file.toString().endsWith("write.lock")) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
            }
        }
        return to;
    }

    /** Tells whether a whole index was made. */
    private static final class CountedReads implements Discussions {
        private final Discussions of;
        private int read;

        CountedReads(Discussions of) {
            this.of = of;
        }

        @Override
        public List<Discussion> of(Collection<Long> questions) {
            read += questions.size();
            return of.of(questions);
        }

        @Override
        public Page<Discussion> after(long after, int limit) {
            throw new AssertionError("It is made anew");
        }
    }

    /** A database that does not answer. */
    private static final class Away implements Discussions {
        @Override
        public List<Discussion> of(Collection<Long> questions) {
            throw new IllegalStateException("away");
        }

        @Override
        public Page<Discussion> after(long after, int limit) {
            throw new IllegalStateException("away");
        }
    }
}
