package org.curbside.http.internal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The API's own description, OpenAPI 3.1. */
@Path("openapi.json")
public final class OpenApiResource {

    /** The description, as it stands beside this class. */
    @GET
    @Produces("application/json")
    public byte[] description() throws IOException {
        try (InputStream in = Objects.requireNonNull(OpenApiResource.class.getResourceAsStream("openapi.json"))) {
            return in.readAllBytes();
        }
    }
}
