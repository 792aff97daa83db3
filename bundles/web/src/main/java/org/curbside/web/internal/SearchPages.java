package org.curbside.web.internal;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.search.Hit;
import org.curbside.api.search.NewSavedSearch;
import org.curbside.api.search.Order;
import org.curbside.api.search.SavedSearch;
import org.curbside.api.search.SavedSearches;
import org.curbside.api.search.Search;
import org.curbside.api.search.SearchResults;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** Searching, the searches that a member keeps, and what is like a question that is about to be asked. */
public final class SearchPages {

    private static final String ID = "([0-9]{1,18})";

    private final Slice<Search> search;
    private final Slice<SavedSearches> saved;

    SearchPages(Slices slices) {
        search = slices.of(Search.class);
        saved = slices.of(SavedSearches.class);
    }

    List<Route> routes() {
        return List.of(
                Route.shown("/search", this::search),
                Route.form("/searches", this::save),
                Route.form("/searches/" + ID + "/look", this::look),
                Route.form("/searches/" + ID + "/forget", this::forget),
                Route.form("/similar", this::similar));
    }

    private void search(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        String query = exchange.parameter("q").strip();
        if (query.isEmpty()) {
            exchange.page("search.jte", page(exchange, member, query, Optional.empty(), Form.EMPTY));
            return;
        }
        try {
            SearchResults results =
                    search.get().search(member, query, order(exchange), (int) exchange.number("page", 1));
            exchange.page("search.jte", page(exchange, member, query, Optional.of(results), Form.EMPTY));
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "q");
            exchange.again("search.jte", page(exchange, member, query, Optional.empty(), form), refusal);
        }
    }

    private static Order order(Exchange exchange) {
        return exchange.parameter("order").equals("newest") ? Order.NEWEST : Order.BEST;
    }

    private void save(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        String query = exchange.parameter("q");
        if (!exchange.post()) {
            exchange.seeOther("/search");
            return;
        }
        try {
            saved.get().save(member, new NewSavedSearch(exchange.parameter("name"), query));
            exchange.seeOther(SearchPage.address(query) + "#saved");
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "q", "name");
            exchange.again("search.jte", page(exchange, member, query, Optional.empty(), form), refusal);
        }
    }

    /** Goes to what it finds, which is not new from then on. */
    private void look(Exchange exchange) {
        Member member = exchange.turnstile().member();
        exchange.seeOther(
                exchange.post()
                        ? SearchPage.address(saved.get()
                                        .look(member, exchange.numberInPath())
                                        .query()) + "&order=newest"
                        : "/search");
    }

    private void forget(Exchange exchange) {
        Member member = exchange.turnstile().member();
        if (exchange.post()) {
            saved.get().forget(member, exchange.numberInPath());
        }
        exchange.seeOther("/search#saved");
    }

    /** For whoever has no script: what is like the draft that the page to ask sends, and the draft to go on with. */
    private void similar(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        if (!exchange.post()) {
            exchange.seeOther("/ask");
            return;
        }
        String draft = exchange.parameter("title") + "\n" + exchange.parameter("text");
        exchange.page(
                "similar.jte",
                new SimilarPage(
                        exchange.frame("Similar questions"),
                        search.get().similar(member, draft, exchange.given("specialty")),
                        exchange.fields("")));
    }

    private SearchPage page(
            Exchange exchange, Member member, String query, Optional<SearchResults> results, Form form) {
        String title = query.isEmpty() ? "Search" : "Search: " + query;
        return new SearchPage(
                exchange.frame(title, form),
                query,
                order(exchange),
                results,
                saved.get().of(member),
                form);
    }

    /**
     * What was looked for and found, and the searches that the member keeps.
     *
     * @param results empty before anything was looked for, and when it could not be
     * @param form of the search, or of the name that it is kept under, if either was refused
     */
    public record SearchPage(
            Frame frame,
            String query,
            Order order,
            Optional<SearchResults> results,
            List<SavedSearch> saved,
            Form form) {

        /** How much was found, in words. */
        public String count() {
            SearchResults found = results.orElseThrow();
            String number = (found.atLeast() ? "More than " : "") + found.total();
            return found.total() == 1 ? "1 question" : number + " questions";
        }

        /** The address of a page of what was found. */
        public String address(int page) {
            return address(query) + (order == Order.NEWEST ? "&order=newest" : "") + (page > 1 ? "&page=" + page : "");
        }

        /** The address of the same in the other order. */
        public String otherwise() {
            return address(query) + (order == Order.NEWEST ? "" : "&order=newest");
        }

        /** Whether exactly this is kept already. */
        public boolean kept() {
            return saved.stream().anyMatch(search -> search.query().equals(query));
        }

        /** The address of a search. */
        public static String address(String query) {
            return "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        }

        /** Where a passage stands, in words. */
        public static String place(Hit.Place place) {
            return switch (place) {
                case QUESTION -> "In the question";
                case ADVICE -> "In advice";
                case CONCLUSION -> "In what became of it";
            };
        }

        /** Such as "3 new" or "more than 99 new"; empty where nothing is. */
        public static String fresh(SavedSearch search) {
            if (search.fresh() == 0) {
                return "";
            }
            return search.fresh() >= 100 ? "more than 99 new" : search.fresh() + " new";
        }
    }

    /** What is like a draft, and the draft by its fields. */
    public record SimilarPage(Frame frame, List<Hit> hits, Map<String, List<String>> draft) {}
}
