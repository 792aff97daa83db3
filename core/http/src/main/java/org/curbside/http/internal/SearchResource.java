package org.curbside.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;

/** Searching over HTTP, for members. */
@Path("")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
public final class SearchResource {

    private final Slice<Search> search;
    private final Slice<SavedSearches> saved;

    SearchResource(Slices slices) {
        search = slices.of(Search.class);
        saved = slices.of(SavedSearches.class);
    }

    /** Searches; the next page is the {@code Link} with {@code rel="next"}. */
    @GET
    @Path("search")
    public Response search(
            @QueryParam("q") @Nullable String query,
            @QueryParam("order") @DefaultValue("best") String order,
            @QueryParam("page") @DefaultValue("1") int page,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        Member member = Visits.of(request).member();
        SearchResults results = search.get().search(member, query, order(order), page);
        Response.ResponseBuilder response = Response.ok(results);
        if (results.more()) {
            response.link(Window.link(uri, "page", results.page() + 1), "next");
        }
        return response.build();
    }

    private static Order order(String word) {
        return Arrays.stream(Order.values())
                .filter(order -> order.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("no-such-order", "order", "Order by best or newest."));
    }

    /** Questions like a draft, which comes in the body, for an address may be logged on its way. */
    @POST
    @Path("similar-questions")
    public Items<Hit> similar(@Nullable Draft draft, @Context HttpServletRequest request) {
        Member member = Visits.of(request).member();
        Draft given = Bodies.present(draft);
        return new Items<>(search.get()
                .similar(member, Objects.requireNonNullElse(given.text(), ""), Optional.ofNullable(given.specialty())));
    }

    /** One's own saved searches, by name. */
    @GET
    @Path("searches")
    public Items<SavedSearch> savedSearches(@Context HttpServletRequest request) {
        Member member = Visits.of(request).member();
        return new Items<>(saved.get().of(member));
    }

    /** Keeps a search. */
    @POST
    @Path("searches")
    public Response saveSearch(@Nullable NewSavedSearch kept, @Context HttpServletRequest request) {
        Member member = Visits.of(request).member();
        return Response.status(Response.Status.CREATED)
                .entity(saved.get().save(member, Bodies.present(kept)))
                .build();
    }

    /** Says that one has looked: nothing that it finds now is new any more. */
    @PUT
    @Path("searches/{id: [0-9]{1,18}}/look")
    public SavedSearch look(@PathParam("id") long id, @Context HttpServletRequest request) {
        Member member = Visits.of(request).member();
        return saved.get().look(member, id);
    }

    /** Forgets a search. */
    @DELETE
    @Path("searches/{id: [0-9]{1,18}}")
    public void forgetSearch(@PathParam("id") long id, @Context HttpServletRequest request) {
        Member member = Visits.of(request).member();
        saved.get().forget(member, id);
    }

    /** A question that is being written. */
    record Draft(@Nullable String text, @Nullable String specialty) {}
}
