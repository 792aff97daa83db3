package org.curbside.testkit.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a stand-in was asked.
 *
 * @param authorization the header of that name, or empty
 * @param body as text
 */
public record Asked(String method, String path, Map<String, String> query, String authorization, String body) {

    public Asked {
        query = Map.copyOf(query);
    }

    static Asked read(HttpExchange exchange) throws IOException {
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                form(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("")),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse(""),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** The value of that name in the query, or empty. */
    public String value(String name) {
        return query.getOrDefault(name, "");
    }

    /** The values of {@code application/x-www-form-urlencoded}; of a name that comes twice, the last. */
    public static Map<String, String> form(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                values.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
