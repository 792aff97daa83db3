package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.content.Author;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.search.Hit;
import org.curbside.api.search.Hit.Excerpt;
import org.curbside.api.search.Hit.Piece;
import org.curbside.api.search.Hit.Place;
import org.curbside.api.search.Order;
import org.curbside.api.search.SavedSearch;
import org.curbside.api.search.SearchResults;
import org.curbside.web.internal.SearchPages.SearchPage;
import org.curbside.web.internal.SearchPages.SimilarPage;
import org.junit.jupiter.api.Test;

/** What a member reads who searches. */
class SearchPagesTest {

    private static final Frame FRAME = new Frame("Search", "wren", "member", "", "");
    private static final Hit HIT = new Hit(
            7,
            List.of(new Piece("Bleeding", true), new Piece(" <risk>", false)),
            new Author("wren", "Surgery"),
            "208600000X",
            "Surgery",
            List.of("stroke"),
            Instant.EPOCH,
            1,
            true,
            true,
            List.of(
                    new Excerpt(Place.QUESTION, null, List.of(new Piece("It ", false), new Piece("bled", true))),
                    new Excerpt(Place.ADVICE, 9L, List.of(new Piece("bled & bled", true)))));

    private final Pages pages = new Pages();

    @Test
    void what_was_found_is_marked_and_escaped_and_leads_to_where_it_stands() {
        assertThat(page("bleeding", results(1, 1, false, List.of("haemorrhage"), HIT), Form.EMPTY))
                .contains(
                        "1 question",
                        "<a href=\"/questions/7\"><mark class=\"found\">Bleeding</mark> &lt;risk&gt;</a>",
                        "In the question:</span> It <mark class=\"found\">bled</mark>",
                        "href=\"/questions/7#advice-9\">In advice:</a> <mark class=\"found\">bled &amp; bled</mark>",
                        "Also looked for: haemorrhage.",
                        "1 piece of advice",
                        "Closed with a conclusion")
                .doesNotContain("Newest first", "rel=\"next\"", "The index is being made");
    }

    @Test
    void pages_and_orders_are_links() {
        String found = page("a & b", results(45, 2, true, List.of(), HIT), Form.EMPTY);
        assertThat(found)
                .contains(
                        "45 questions",
                        "rel=\"prev\" href=\"/search?q=a+%26+b\"",
                        "rel=\"next\" href=\"/search?q=a+%26+b&amp;page=3\"",
                        "href=\"/search?q=a+%26+b&amp;order=newest\">Newest first");
    }

    @Test
    void who_finds_nothing_reads_what_to_try() {
        assertThat(page("gout", results(0, 1, false, List.of()), Form.EMPTY))
                .contains("0 questions", "Nothing was found.", "Write fewer words", "<a href=\"/ask\">");
    }

    @Test
    void what_cannot_be_searched_for_says_why_at_the_field() {
        Refusal refusal = Refusal.invalid("search-date", "q", "Write the day as 2026-03-31.");
        assertThat(Rendered.page(
                        pages,
                        "search.jte",
                        new SearchPage(
                                FRAME,
                                "after:soon",
                                Order.BEST,
                                Optional.empty(),
                                List.of(),
                                new Form(Map.of("q", "after:soon"), refusal, ""))))
                .contains(
                        "value=\"after:soon\"", "aria-invalid=\"true\"", "id=\"q-wrong\">Write the day as 2026-03-31.")
                .doesNotContain("Save this search");
    }

    @Test
    void saved_searches_say_what_is_new() {
        assertThat(page("gout", results(0, 1, false, List.of()), Form.EMPTY))
                .contains(
                        "<strong class=\"fresh\">3 new</strong>",
                        "action=\"/searches/5/look\"",
                        "action=\"/searches/6/forget\"",
                        "Save this search")
                .containsOnlyOnce("<strong");
        assertThat(page("sepsis", results(0, 1, false, List.of()), Form.EMPTY))
                .contains("This search is among them.")
                .doesNotContain("Save this search");
        assertThat(SearchPage.fresh(new SavedSearch(1, "a", "a", Instant.EPOCH, 100)))
                .isEqualTo("more than 99 new");
    }

    @Test
    void a_draft_comes_back_from_what_is_like_it() {
        SimilarPage similar = new SimilarPage(FRAME, List.of(HIT), Map.of("title", List.of("Bleeding \"now\"")));
        assertThat(Rendered.page(pages, "similar.jte", similar))
                .contains(
                        "<a href=\"/questions/7\">",
                        "name=\"title\" value=\"Bleeding &#34;now&#34;\"",
                        "action=\"/ask\"",
                        "Back to your question");
        assertThat(Rendered.page(pages, "similar.jte", new SimilarPage(FRAME, List.of(), Map.of())))
                .contains("Nothing like it was found.");
    }

    private String page(String query, SearchResults results, Form form) {
        List<SavedSearch> saved = List.of(
                new SavedSearch(5, "My sepsis", "sepsis", Instant.EPOCH, 3),
                new SavedSearch(6, "Stroke", "stroke", Instant.EPOCH, 0));
        return Rendered.page(
                pages, "search.jte", new SearchPage(FRAME, query, Order.BEST, Optional.of(results), saved, form));
    }

    private static SearchResults results(long total, int page, boolean more, List<String> alsoFor, Hit... hits) {
        return new SearchResults(List.of(hits), total, false, page, more, alsoFor, false);
    }
}
