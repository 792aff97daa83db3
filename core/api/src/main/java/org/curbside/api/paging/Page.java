package org.curbside.api.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Some of a list that is ordered by id. A page costs the same however far back it is.
 *
 * @param items at most as many as were asked for
 * @param next the id that the next page goes on from, or empty on the last one
 */
public record Page<T>(List<T> items, OptionalLong next) {

    /** The most items that one page holds. */
    public static final int MOST = 100;

    /** Takes a copy of the list. */
    public Page {
        items = List.copyOf(items);
    }

    /** A limit that was asked for, brought into 1 to {@link #MOST}. */
    public static int size(int limit) {
        return Math.max(1, Math.min(limit, MOST));
    }

    /** The first {@code size} of what was found, of which one more was asked for than the page holds. */
    public static <T> Page<T> of(List<T> found, int size, ToLongFunction<T> id) {
        if (found.size() <= size) {
            return new Page<>(found, OptionalLong.empty());
        }
        return new Page<>(found.subList(0, size), OptionalLong.of(id.applyAsLong(found.get(size - 1))));
    }

    /** Every item, read page by page from an id on. */
    public static <T> List<T> every(long first, LongFunction<Page<T>> pages) {
        List<T> all = new ArrayList<>();
        OptionalLong from = OptionalLong.of(first);
        while (from.isPresent()) {
            Page<T> page = pages.apply(from.getAsLong());
            all.addAll(page.items());
            from = page.next();
        }
        return all;
    }
}
