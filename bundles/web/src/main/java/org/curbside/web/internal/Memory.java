package org.curbside.web.internal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Remembers what was made of texts that were asked for lately, so far as there is room. What is made depends on the text alone. */
final class Memory {

    private static final float LOAD = 0.75f;

    private final int room;
    private final Map<String, String> made = new LinkedHashMap<>(1, LOAD, true);
    private int taken;

    /** With room for so many characters, of texts and of what was made of them. */
    Memory(int room) {
        this.room = room;
    }

    /** What {@code make} makes of a text. */
    String of(String text, UnaryOperator<String> make) {
        String known = known(text);
        if (known != null) {
            return known;
        }
        String fresh = make.apply(text);
        keep(text, fresh);
        return fresh;
    }

    private synchronized @Nullable String known(String text) {
        return made.get(text);
    }

    private synchronized void keep(String text, String fresh) {
        if (made.putIfAbsent(text, fresh) == null) {
            taken += text.length() + fresh.length();
        }
        Iterator<Map.Entry<String, String>> oldest = made.entrySet().iterator();
        while (taken > room) {
            Map.Entry<String, String> forgotten = oldest.next();
            taken -= forgotten.getKey().length() + forgotten.getValue().length();
            oldest.remove();
        }
    }

    /** How many characters it has taken. */
    synchronized int taken() {
        return taken;
    }
}
