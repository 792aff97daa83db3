package org.curbside.http.internal;

import org.curbside.api.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** The body of a request. */
final class Bodies {

    private Bodies() {}

    /** The body, or a refusal of an empty one. */
    static <T> T present(@Nullable T body) {
        if (body == null) {
            throw Refusal.invalid("body-missing", "body", "Send a JSON object; /api/openapi.json describes it.");
        }
        return body;
    }
}
