package org.curbside.http.internal;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.curbside.api.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A part of a ranked list: what comes after the item with a given key. A key stays right when items are added or taken away
 * before it, as a number of items to skip would not.
 *
 * @param items at most {@link #MAX}
 * @param next the key that the next part comes after, or null when this is the last
 */
record Window<T>(List<T> items, @Nullable String next) {

    /** The most items of one answer. */
    static final int MAX = 100;

    /** After the first item with that key; from the beginning without one. */
    static <T> Window<T> of(List<T> ranked, Function<T, String> key, @Nullable String after, int limit) {
        int from = after == null ? 0 : 1 + position(ranked, key, after);
        int until = Math.min(ranked.size(), from + Math.max(1, Math.min(MAX, limit)));
        List<T> items = List.copyOf(ranked.subList(from, until));
        return new Window<>(items, until < ranked.size() ? key.apply(ranked.get(until - 1)) : null);
    }

    private static <T> int position(List<T> ranked, Function<T, String> key, String after) {
        for (int i = 0; i < ranked.size(); i++) {
            if (key.apply(ranked.get(i)).equals(after)) {
                return i;
            }
        }
        throw Refusal.invalid("no-such-place", "after", "The list has changed. Read it from the beginning.");
    }

    /** The part, with a {@code Link} to the next one. */
    Response response(UriInfo asked) {
        Response.ResponseBuilder response = Response.ok(new Items<>(items));
        return (next == null ? response : response.link(link(asked, "after", next), "next")).build();
    }

    /** The address that was asked with another value, relative to the host: what a proxy calls us is its own affair. */
    static URI link(UriInfo asked, String parameter, Object value) {
        UriBuilder all = asked.getRequestUriBuilder().scheme(null).host(null).port(-1);
        return all.replaceQueryParam(parameter, "{value}").build(value);
    }
}
