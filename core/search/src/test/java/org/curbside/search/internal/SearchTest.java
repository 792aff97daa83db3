package org.curbside.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.curbside.api.content.Channel;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.search.Hit;
import org.curbside.api.search.Hit.Piece;
import org.curbside.api.search.Hit.Place;
import org.curbside.api.search.Order;
import org.curbside.api.search.SearchResults;
import org.curbside.spi.specialty.Term;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private final Community community = new Community();

    private Indexer indexer;
    private SearchDesk desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        indexer = community.indexer(folder);
        desk = community.desk(indexer);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        indexer.close();
    }

    @ParameterizedTest
    @CsvSource({"bleeds", "BLEEDING", "bleed warfarin", "warfarin's", "naïve bleeding"})
    void a_word_is_found_in_whatever_form(String query) {
        long question = community.ask("Bleeding under warfarin", "A naive patient bled after dental surgery.");
        community.ask("Something else", "Nothing to do with it at all, this one.");
        assertThat(found(query)).containsExactly(question);
    }

    @Test
    void words_may_stand_in_the_question_the_advice_and_the_conclusion() {
        long question = community.ask("Anticoagulation after subdural", "When to restart after evacuation?");
        community.advise(question, "sparrow", "Wait four weeks and repeat the tomography.");
        community.conclude(question, "Restarted apixaban in week five.");
        assertThat(found("subdural tomography apixaban")).containsExactly(question);
        assertThat(found("subdural heparin")).isEmpty();
    }

    @Test
    void a_quoted_phrase_stands_together_and_within_one_piece_of_advice() {
        long together = community.ask("First question", "Is deep vein thrombosis likely here?");
        long apart = community.ask("Second question", "A deep wound, and a thrombosis of a vein.");
        community.advise(apart, "sparrow", "Look deep.");
        community.advise(apart, "sparrow", "Vein thrombosis is rare there.");
        assertThat(found("\"deep vein thrombosis\"")).containsExactly(together);
        assertThat(found("deep vein thrombosis")).containsExactlyInAnyOrder(together, apart);
        assertThat(found("“deep vein thrombosis”")).containsExactly(together);
    }

    @Test
    void a_minus_leaves_out() {
        long plain = community.ask("Apixaban dose", "In somebody of eighty years, what dose?");
        community.ask("Apixaban in dialysis", "What dose of apixaban in haemodialysis?");
        assertThat(found("apixaban -dialysis")).containsExactly(plain);
        assertThat(found("dose -\"in dialysis\"")).containsExactly(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heart attack", "myocardial infarction", "MI", "mi", "heart attacks"})
    void one_name_finds_the_others(String query) {
        long lay = community.ask("After a heart attack", "When may he fly again after it?");
        long full = community.ask("Myocardial infarctions in women", "Do they present otherwise?");
        long abbreviated = community.ask("Beta blocker after MI", "For how long should it go on?");
        assertThat(found(query)).containsExactlyInAnyOrder(lay, full, abbreviated);
    }

    @Test
    void a_search_says_what_else_it_looks_for_and_in_quotes_for_nothing_else() {
        long lay = community.ask("After a heart attack", "When may he fly again after it?");
        community.ask("Beta blocker after MI", "For how long should it go on?");
        assertThat(search("heart attack").alsoFor()).containsExactly("myocardial infarction", "MI");
        assertThat(found("\"heart attack\"")).containsExactly(lay);
        assertThat(search("\"heart attack\"").alsoFor()).isEmpty();
    }

    @Test
    void an_abbreviation_that_is_an_ordinary_word_finds_nothing_by_itself() {
        community.ask("As soon as possible", "Everything as it was, as far as we know.");
        long stenosis = community.ask("Severe aortic stenosis", "Operate before the hip is done?");
        assertThat(found("aortic stenosis")).containsExactly(stenosis);
    }

    @Test
    void a_specialty_that_comes_brings_its_names_at_once() {
        long question = community.ask("Herpes zoster in a nurse", "Keep her from work, and for how long?");
        assertThat(found("shingles")).isEmpty();
        community.channels.add(Community.channel(
                "207N00000X", "Dermatology", List.of(), new Term("herpes zoster", List.of("shingles"))));
        assertThat(found("shingles")).containsExactly(question);
    }

    @Test
    void operators_restrict() {
        Instant march = Instant.parse("2026-03-31T23:59:59Z");
        Instant april = Instant.parse("2026-04-01T00:00:00Z");
        long cardiac = community.ask(
                Community.CARDIOLOGY,
                "wren",
                "Rate or rhythm",
                "Which of the two?",
                march,
                List.of("atrial fibrillation"));
        long surgical = community.ask(
                Community.SURGERY, "kestrel", "Rate of leaks", "Which is usual?", april, List.of("bowel"));
        long polled = community.poll("Rate of infection", "Which is usual where you are?");
        community.advise(surgical, "Sparrow", "Five of a hundred.");
        community.advise(polled, "kestrel", "I forgot to say: elective ones.");
        community.conclude(cardiac, "Rate it was.");
        assertThat(found("specialty:cardiology")).containsExactly(cardiac);
        assertThat(found("specialty:\"heart doctor\"")).containsExactly(cardiac);
        assertThat(found("specialty:cardio")).containsExactly(cardiac);
        assertThat(found("specialty:" + Community.CARDIOLOGY)).containsExactly(cardiac);
        assertThat(found("rate -specialty:surgery")).containsExactly(cardiac);
        assertThat(found("topic:afib")).containsExactly(cardiac);
        assertThat(found("topic:Bowel")).containsExactly(surgical);
        assertThat(found("by:sparrow")).containsExactly(surgical);
        assertThat(found("by:wren")).containsExactly(cardiac);
        assertThat(found("rate status:closed")).containsExactly(cardiac);
        assertThat(found("rate status:open")).containsExactlyInAnyOrder(surgical, polled);
        assertThat(found("rate after:2026-04-01")).containsExactly(surgical);
        assertThat(found("rate before:2026-04-01")).containsExactlyInAnyOrder(cardiac, polled);
        assertThat(found("has:poll")).containsExactly(polled);
        assertThat(found("is:unanswered")).containsExactlyInAnyOrder(cardiac, polled);
        assertThat(found("specialty:cardiology specialty:surgery after:2026-03-31"))
                .containsExactly(surgical, cardiac);
    }

    @Test
    void walled_channels_are_found_only_by_who_asks_for_them() {
        long open = community.ask("Burnout in surgeons", "Is it worse in small hospitals?");
        long walled =
                community.ask(Channel.PRACTICE, "wren", "Burnout and payment", "Is it?", Community.NOON, List.of());
        long imported = community.ask(
                Channel.ELSEWHERE, "somebody (imported)", "Burnout of stars", "Is it?", Community.NOON, List.of());
        assertThat(found("burnout")).containsExactly(open);
        assertThat(found("burnout specialty:practice")).containsExactly(walled);
        assertThat(found("burnout specialty:elsewhere")).containsExactly(imported);
        assertThat(found("burnout -specialty:cardiology")).containsExactly(open);
        assertThat(found("specialty:elsewhere by:\"somebody (imported)\"")).isEmpty();
        assertThat(ids(desk.similar(
                        Community.READER, "Burnout of surgeons in hospitals", Optional.of(Community.SURGERY))))
                .containsExactly(open);
        assertThat(ids(desk.similar(Community.READER, "Burnout for payment", Optional.of(Channel.PRACTICE))))
                .containsExactly(walled);
    }

    @Test
    void what_was_found_is_marked_where_it_stands() {
        long question = community.ask(
                "Bleeding risk",
                "Long before it. " + "Nothing here. ".repeat(40) + "Does aspirin add to it? At the end.");
        community.advise(question, "sparrow", "I would not worry.");
        long comment = community.advise(question, "sparrow", "Aspirin & <b>clopidogrel</b>: yes. It bled a lot.");
        Hit hit = search("bleeding aspirin").hits().get(0);
        assertThat(hit.title()).containsExactly(new Piece("Bleeding", true), new Piece(" risk", false));
        assertThat(hit.excerpts()).extracting(Hit.Excerpt::place).containsExactly(Place.QUESTION, Place.ADVICE);
        assertThat(text(hit.excerpts().get(0)))
                .contains("Does [aspirin] add to it?")
                .hasSizeLessThan(400);
        assertThat(text(hit.excerpts().get(1))).startsWith("[Aspirin] & <b>clopidogrel</b>: yes.");
        assertThat(hit.excerpts().get(1).comment()).isEqualTo(comment);
    }

    @Test
    void what_is_found_by_its_title_shows_how_it_begins() {
        community.ask("Subdural", "An old man on warfarin fell. What now?");
        Hit hit = search("subdural").hits().get(0);
        assertThat(hit.excerpts()).hasSize(1);
        assertThat(text(hit.excerpts().get(0))).startsWith("An old man on warfarin fell.");
    }

    @Test
    void other_names_and_phrases_are_marked_too() {
        community.ask("Fitness to fly", "Two weeks after a myocardial infarction, myocardial scar.");
        assertThat(text(search("heart attack").hits().get(0).excerpts().get(0)))
                .contains("a [myocardial infarction], myocardial scar");
    }

    @Test
    void a_title_says_more_than_advice_and_newest_first_is_an_order() {
        long inTitle =
                community.ask(Community.SURGERY, "wren", "Apixaban", "Which dose is right?", Community.NOON, List.of());
        long later = community.ask(
                Community.SURGERY,
                "wren",
                "Other thing",
                "Much about many things, among them once apixaban.",
                Community.NOON.plusSeconds(60),
                List.of());
        assertThat(found("apixaban")).containsExactly(inTitle, later);
        assertThat(ids(desk.search(Community.READER, "apixaban", Order.NEWEST, 1)
                        .hits()))
                .containsExactly(later, inTitle);
    }

    @Test
    void pages_follow_each_other() {
        for (int i = 0; i < 45; i++) {
            community.ask("Sepsis " + i, "Which fluid is best in sepsis?");
        }
        SearchResults first = search("sepsis");
        SearchResults last = desk.search(Community.READER, "sepsis", Order.BEST, 3);
        assertThat(first.total()).isEqualTo(45);
        assertThat(first.hits()).hasSize(20);
        assertThat(first.more()).isTrue();
        assertThat(last.hits()).hasSize(5);
        assertThat(last.more()).isFalse();
        assertThat(desk.search(Community.READER, "sepsis", Order.BEST, 4).hits())
                .isEmpty();
    }

    @Test
    void similar_questions_share_what_tells_most() {
        long similar = community.ask(
                "Restarting apixaban after subdural hematoma",
                "Evacuated last week, atrial fibrillation. When to restart?");
        community.ask("Itching at night", "No rash at all, liver is fine. What is it?");
        String draft = "When can I restart anticoagulation with apixaban in afib after a subdural?";
        indexer.turn();
        assertThat(ids(desk.similar(Community.READER, draft, Optional.empty()))).containsExactly(similar);
        assertThat(desk.similar(Community.READER, "the", Optional.empty())).isEmpty();
        assertThat(desk.similar(Community.READER, "a A hematoma", Optional.empty()))
                .isEmpty();
        assertThat(desk.similar(Community.READER, "", Optional.empty())).isEmpty();
    }

    @Test
    void who_answers_first_reads_no_advice_on_an_open_poll() {
        long polled = community.poll("Which anticoagulant?", "After a subdural hematoma.");
        community.advise(polled, "sparrow", "Apixaban for this patient.");
        indexer.turn();
        indexer.turn();
        assertThat(places(Community.READER)).containsExactly(Hit.Place.ADVICE);
        assertThat(places(Community.SLOW)).isEmpty();
        community.conclude(polled, "Restarted in week five.");
        indexer.turn();
        assertThat(places(Community.SLOW)).containsExactly(Hit.Place.ADVICE);
    }

    private List<Hit.Place> places(Member reader) {
        return desk.search(reader, "apixaban", Order.BEST, 1).hits().stream()
                .flatMap(hit -> hit.excerpts().stream().map(Hit.Excerpt::place))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search-empty | '   '",
                "search-empty | '\"\" -'",
                "search-empty | '*** ??? ...'",
                "search-operator | site:example.org",
                "search-operator | specialties:surgery",
                "no-such-specialty | specialty:alchemy",
                "search-value | specialty: surgery",
                "search-value | status:pending",
                "search-value | has:picture",
                "search-value | is:odd",
                "search-date | before:yesterday",
                "search-date | after:2026-02-30"
            })
    void what_cannot_be_searched_for_is_refused_by_name(String name, String query) {
        assertRefused(name, query);
    }

    @Test
    void refusals_say_what_is_possible() {
        assertThatThrownBy(() -> search("author:kestrel"))
                .hasMessageContaining("There is no “author:”")
                .hasMessageContaining("by:");
        assertThatThrownBy(() -> search("status:pending")).hasMessage("Write “status:open” or “status:closed”.");
        assertThatThrownBy(() -> search("after:soon")).hasMessageContaining("such as 2026-03-31");
    }

    @Test
    void hostile_searches_are_bounded() {
        community.ask("Anything at all", "With a text that is long enough.");
        assertRefused("search-length", "a".repeat(301));
        assertRefused("search-words", "a ".repeat(33));
        assertThat(found("zz* ".repeat(32))).isEmpty();
        assertThat(found("((( AND OR NOT )))~5^9 [a TO z] /.*/ \\")).isEmpty();
        assertThat(found("\"" + "anything ".repeat(20))).isEmpty();
        assertThat(found("-nothing \"any")).isEmpty();
        assertThat(found("-nothing")).hasSize(1);
    }

    private void assertRefused(String name, String query) {
        assertThatThrownBy(() -> search(query))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo(name));
    }

    private SearchResults search(String query) {
        indexer.turn();
        indexer.turn();
        return desk.search(Community.READER, query, Order.BEST, 1);
    }

    private List<Long> found(String query) {
        return ids(search(query).hits());
    }

    private List<Long> ids(List<Hit> hits) {
        return hits.stream().map(Hit::question).toList();
    }

    private static String text(Hit.Excerpt excerpt) {
        return excerpt.pieces().stream()
                .map(piece -> piece.found() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
