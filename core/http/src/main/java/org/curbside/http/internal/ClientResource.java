package org.curbside.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.curbside.api.disclosure.Disclosure;
import org.curbside.api.disclosure.Format;
import org.curbside.api.membership.Analyst;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.curbside.spi.export.Cell;
import org.curbside.spi.export.MethodCard;
import org.curbside.spi.export.Release;
import org.curbside.spi.export.Table;
import org.curbside.spi.export.Variable;
import org.jspecify.annotations.Nullable;

/** What clients may learn, over HTTP: releases of the gate and nothing else. */
@Path("client")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public final class ClientResource {

    private final Slice<Disclosure> disclosure;

    ClientResource(Slices slices) {
        disclosure = slices.of(Disclosure.class);
    }

    /** Physicians by topic and specialty. */
    @GET
    @Path("heat-map")
    public Response heatMap(@Context Request conditions, @Context HttpServletRequest request) {
        return Single.of(Released.of(disclosure.get().heatMap(analyst(request))), conditions);
    }

    /** One cell of the heat map. */
    @GET
    @Path("heat-map/cell")
    public Response cell(
            @QueryParam("topic") @Nullable String topic,
            @QueryParam("specialty") @Nullable String specialty,
            @Context Request conditions,
            @Context HttpServletRequest request) {
        Analyst analyst = analyst(request);
        long physicians = disclosure
                .get()
                .cell(analyst, Objects.requireNonNullElse(topic, ""), Objects.requireNonNullElse(specialty, ""));
        return Single.of(new Count(physicians), conditions);
    }

    /** The polls whose results can be asked for, newest first; the next page is the {@code Link} with {@code rel="next"}. */
    @GET
    @Path("polls")
    public Response polls(
            @QueryParam("before") @DefaultValue("" + Long.MAX_VALUE) long before,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        return Items.page(disclosure.get().polls(analyst(request), before, limit), uri);
    }

    /** The result of a poll. */
    @GET
    @Path("polls/{id: [0-9]{1,18}}")
    public Response pollResult(
            @PathParam("id") long id, @Context Request conditions, @Context HttpServletRequest request) {
        return Single.of(Released.of(disclosure.get().poll(analyst(request), id)), conditions);
    }

    /** A release as a file. */
    @GET
    @Path("releases/{id: [0-9a-f]{32}}/{format: [a-z][a-z0-9-]{0,39}}")
    @Produces(MediaType.WILDCARD)
    public Response file(
            @PathParam("id") String id, @PathParam("format") String format, @Context HttpServletRequest request)
            throws IOException {
        Analyst analyst = analyst(request);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Format chosen = disclosure.get().write(analyst, id, format, file);
        return Response.ok(file.toByteArray(), chosen.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"curbside-" + id.substring(0, 8) + "." + chosen.extension() + "\"")
                .build();
    }

    private static Analyst analyst(HttpServletRequest request) {
        return Visits.of(request).analyst();
    }

    record Count(long physicians) {}

    /** A release as JSON; a suppressed cell is an object of its own, so that nobody takes it for zero or null. */
    record Released(String id, String title, Instant issued, MethodCard method, List<Sheet> tables) {
        static Released of(Release release) {
            return new Released(
                    release.id(),
                    release.title(),
                    release.issued(),
                    release.method(),
                    release.tables().stream().map(Sheet::of).toList());
        }
    }

    record Sheet(String name, List<Variable> columns, List<List<Object>> rows) {
        static Sheet of(Table table) {
            List<List<Object>> rows = new ArrayList<>();
            for (List<Cell> row : table.rows()) {
                rows.add(row.stream().map(Sheet::value).toList());
            }
            return new Sheet(table.name(), table.columns(), rows);
        }

        private static Object value(Cell cell) {
            return cell instanceof Cell.Value value ? value.text() : new Hidden(true);
        }
    }

    record Hidden(boolean suppressed) {}
}
