package org.curbside.guard.internal.calls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what an add-on gives back: lists are copied while the deadline runs, since an add-on's own list could be endless
 * or slow, and nothing larger than any use of it is taken.
 */
final class Results {

    private static final int MOST_ITEMS = 100_000;
    private static final int LONGEST_TEXT = 1_000_000;

    private Results() {}

    static @Nullable Object taken(Class<?> declared, @Nullable Object result) {
        if (result == null && declared != void.class) {
            throw new IllegalStateException("It gave back nothing");
        }
        if (result instanceof List<?> list) {
            return copy(list);
        }
        if (result instanceof String text && text.length() > LONGEST_TEXT) {
            throw new IllegalStateException("It gave back more than " + LONGEST_TEXT + " characters");
        }
        return result;
    }

    private static List<Object> copy(Collection<?> items) {
        List<Object> copy = new ArrayList<>();
        for (Object item : items) {
            if (copy.size() == MOST_ITEMS) {
                throw new IllegalStateException("It gave back more than " + MOST_ITEMS + " items");
            }
            copy.add(item);
        }
        return List.copyOf(copy);
    }
}
