package org.curbside.web.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A form that came when nobody was signed in. It travels through the sign-in page in hidden fields, and can be sent to its
 * own address afterwards; so what was typed outlives the session in which it was typed, and is kept in the browser only.
 *
 * @param address the form's own, one of ours; empty when there is no form
 * @param fields what it holds, by name; never a password
 */
public record Unsent(String address, Map<String, List<String>> fields) {

    /** No form at all. */
    static final Unsent NOTHING = new Unsent("", Map.of());

    private static final String PREFIX = "unsent.";
    private static final Set<String> CODES =
            Set.of("specialty", "poll.type", "confirmed", SentPictures.UNRECOGNISABLE, "serious", "number", "use");

    /** The form that this request is. */
    static Unsent sent(Exchange exchange) {
        return exchange.post() ? of(exchange.address(), exchange.fields("")) : NOTHING;
    }

    /** The form that this request for a session brings along; a link can bring none, so that nobody plants words. */
    static Unsent brought(Exchange exchange) {
        return exchange.post() ? of(exchange.next(), exchange.fields(PREFIX)) : NOTHING;
    }

    static Unsent of(String address, Map<String, List<String>> fields) {
        Map<String, List<String>> kept = new LinkedHashMap<>(fields);
        kept.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).contains("password"));
        return Exchange.ours(address).isEmpty() || kept.isEmpty() ? NOTHING : new Unsent(address, kept);
    }

    /** Whether there is one. */
    public boolean isThere() {
        return !address.isEmpty();
    }

    /** What one of its fields is called on the sign-in page. */
    public static String travelling(String name) {
        return PREFIX + name;
    }

    /** What its writer would know again; not what was chosen from a list, which is a code here. */
    public List<String> words() {
        return fields.entrySet().stream()
                .filter(field ->
                        !CODES.contains(field.getKey()) && !field.getKey().startsWith(Ballot.PREFIX))
                .flatMap(field -> field.getValue().stream())
                .filter(value -> !value.isBlank())
                .toList();
    }
}
