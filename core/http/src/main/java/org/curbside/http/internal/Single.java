package org.curbside.http.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** One thing, which is not sent again to whoever has it as it is: {@code ETag}, {@code If-None-Match}, 304. */
final class Single {

    /** A browser may keep it, no cache between may, and it is asked for every time whether it has changed. */
    static final String CACHING = "private, no-cache";

    private Single() {}

    static Response of(Object thing, Request conditions) {
        EntityTag tag = tag(thing);
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(thing) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHING)
                .build();
    }

    /** Of all that the reader sees of it, so that nothing can change without it. */
    static EntityTag tag(Object thing) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Json.MAPPER.writeValueAsBytes(thing));
            return new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
