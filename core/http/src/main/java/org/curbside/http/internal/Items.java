package org.curbside.http.internal;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.curbside.api.paging.Page;

/** A list as a JSON object, so that it can grow members later. */
record Items<T>(List<T> items) {

    /** A page of a list, with a {@code Link} to the next one. */
    static Response page(Page<?> page, UriInfo uri) {
        return page(page, "before", uri);
    }

    /** A page of a list that is asked for from an id on, which that parameter holds. */
    static Response page(Page<?> page, String parameter, UriInfo uri) {
        Response.ResponseBuilder response = Response.ok(new Items<>(page.items()));
        page.next().ifPresent(next -> response.link(Window.link(uri, parameter, next), "next"));
        return response.build();
    }
}
