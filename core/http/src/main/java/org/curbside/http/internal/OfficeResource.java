package org.curbside.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.curbside.api.identity.CaseFile;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.CaseSummary;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.identity.LetterBatch;
import org.curbside.api.identity.ProofStatus;
import org.curbside.api.identity.QueueStatistics;
import org.curbside.api.identity.RecheckReport;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** The operator's side of the licence desk over HTTP. Every decision answers 403 {@code confirm-first} until it is confirmed. */
@Path("office")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
public final class OfficeResource {

    private final Slice<DeskOffice> office;

    OfficeResource(Slices slices) {
        office = slices.of(DeskOffice.class);
    }

    /** Cases in a state, oldest first. */
    @GET
    @Path("cases")
    public Response officeCases(
            @QueryParam("state") @DefaultValue("REVIEW") String state,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        Visits.operator(request);
        return Items.page(office.get().cases(state(state), after, limit), "after", uri);
    }

    private static CaseState state(String name) {
        return Stream.of(CaseState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "no-such-state", "state", "Ask for one of " + List.of(CaseState.values()) + "."));
    }

    /** The cases of a licence, the newest first. */
    @POST
    @Path("cases/search")
    public Items<CaseSummary> findCases(@Nullable Licence body, @Context HttpServletRequest request) {
        Visits.operator(request);
        return new Items<>(office.get().casesOf(Bodies.present(body).npi()));
    }

    /** All about one case. */
    @GET
    @Path("cases/{id: [0-9]{1,18}}")
    public CaseFile officeCase(@PathParam("id") long id, @Context HttpServletRequest request) {
        Visits.operator(request);
        return office.get().file(id);
    }

    /** Approves a claim, or proposes to refuse it. */
    @POST
    @Path("cases/{id: [0-9]{1,18}}/decision")
    public CaseFile decideCase(@PathParam("id") long id, @Nullable Decision body, @Context HttpServletRequest request) {
        String operator = Visits.confirmedOperator(request);
        Decision decision = Bodies.present(body);
        switch (Objects.requireNonNullElse(decision.decision(), "")) {
            case "approve" -> office.get().approve(operator, id, decision.reason(), decision.specialty());
            case "refuse" -> office.get().propose(operator, id, decision.reason());
            default -> throw Refusal.invalid("decision-missing", "decision", "Decide with approve or refuse.");
        }
        return office.get().file(id);
    }

    /** Confirms or rejects a refusal that another operator has proposed. */
    @POST
    @Path("cases/{id: [0-9]{1,18}}/second-decision")
    public CaseFile secondCase(@PathParam("id") long id, @Nullable Decision body, @Context HttpServletRequest request) {
        String operator = Visits.confirmedOperator(request);
        Decision decision = Bodies.present(body);
        boolean confirm =
                switch (Objects.requireNonNullElse(decision.decision(), "")) {
                    case "confirm" -> true;
                    case "reject" -> false;
                    default -> throw Refusal.invalid("decision-missing", "decision", "Decide with confirm or reject.");
                };
        office.get().second(operator, id, confirm, decision.reason());
        return office.get().file(id);
    }

    /** Ends a case, so that its licence can be claimed anew. */
    @POST
    @Path("cases/{id: [0-9]{1,18}}/closing")
    public CaseFile closeCase(@PathParam("id") long id, @Nullable Reason body, @Context HttpServletRequest request) {
        String operator = Visits.confirmedOperator(request);
        office.get().close(operator, id, Bodies.present(body).reason());
        return office.get().file(id);
    }

    /** Cases with a picture of a document that waits for operators. */
    @GET
    @Path("documents")
    public Response documents(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        Visits.operator(request);
        return Items.page(office.get().documents(after, limit), "after", uri);
    }

    /** The picture of a case's document. */
    @GET
    @Path("cases/{id: [0-9]{1,18}}/document")
    @Produces(MediaType.WILDCARD)
    public Response caseDocument(@PathParam("id") long id, @Context HttpServletRequest request) {
        Visits.operator(request);
        return Response.ok(office.get().document(id), "image/jpeg")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Says whether the document shows that the licence is the claimant's. */
    @POST
    @Path("cases/{id: [0-9]{1,18}}/document-decision")
    public CaseFile judgeDocument(
            @PathParam("id") long id, @Nullable Decision body, @Context HttpServletRequest request) {
        String operator = Visits.confirmedOperator(request);
        Decision decision = Bodies.present(body);
        boolean shown =
                switch (Objects.requireNonNullElse(decision.decision(), "")) {
                    case "shown" -> true;
                    case "not-shown" -> false;
                    default -> throw Refusal.invalid("decision-missing", "decision", "Decide with shown or not-shown.");
                };
        office.get().judge(operator, id, shown, decision.reason());
        return office.get().file(id);
    }

    /** The ways to show possession that add-ons bring. */
    @GET
    @Path("ways")
    public Items<ProofStatus> ways(@Context HttpServletRequest request) {
        Visits.operator(request);
        return new Items<>(office.get().ways());
    }

    /** Physicians who wait to be called. */
    @GET
    @Path("calls")
    public Response calls(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        Visits.operator(request);
        return Items.page(office.get().calls(after, limit), "after", uri);
    }

    /** Says what a call came to. */
    @POST
    @Path("calls/{id: [0-9]{1,18}}/outcome")
    public Response callOutcome(
            @PathParam("id") long id, @Nullable Decision body, @Context HttpServletRequest request) {
        String operator = Visits.operator(request);
        Decision decision = Bodies.present(body);
        boolean reached =
                switch (Objects.requireNonNullElse(decision.decision(), "")) {
                    case "reached" -> true;
                    case "not-reached" -> false;
                    default -> throw Refusal.invalid(
                            "decision-missing", "decision", "Decide with reached or not-reached.");
                };
        office.get().called(operator, id, reached, decision.reason());
        return Response.noContent().build();
    }

    /** How long claims wait. */
    @GET
    @Path("statistics")
    public QueueStatistics queueStatistics(@Context HttpServletRequest request) {
        Visits.operator(request);
        return office.get().statistics();
    }

    /** Looks at every proven licence again. */
    @POST
    @Path("recheck")
    @Consumes(MediaType.WILDCARD)
    public RecheckReport recheckAll(@Context HttpServletRequest request) {
        Visits.operator(request);
        return office.get().recheck();
    }

    /** The specialties that can be chosen. */
    @GET
    @Path("specialties")
    public Items<Specialty> deskSpecialties(@Context HttpServletRequest request) {
        Visits.operator(request);
        return new Items<>(office.get().specialties().entrySet().stream()
                .map(entry -> new Specialty(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** Letters that have not been answered yet, with their codes, oldest first. */
    @GET
    @Path("letters")
    public Response letters(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        Visits.operator(request);
        return Items.page(office.get().letters(after, limit), "after", uri);
    }

    /** Batches of letters, the newest first. */
    @GET
    @Path("letter-batches")
    public Response letterBatches(
            @QueryParam("before") @DefaultValue("" + Long.MAX_VALUE) long before,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        Visits.operator(request);
        return Items.page(office.get().batches(before, limit), uri);
    }

    /** Makes a batch of the letters that are in none yet. */
    @POST
    @Path("letter-batches")
    @Consumes(MediaType.WILDCARD)
    public Response batchLetters(@Context HttpServletRequest request) {
        LetterBatch batch = office.get().batch(Visits.operator(request));
        return Response.status(Response.Status.CREATED).entity(batch).build();
    }

    /** The letters of a batch that can still be answered, ready to print. */
    @GET
    @Path("letter-batches/{id: [0-9]{1,18}}")
    @Produces(MediaType.WILDCARD)
    public Response printLetters(@PathParam("id") long id, @Context HttpServletRequest request) {
        Visits.operator(request);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        office.get().print(id, pdf);
        return Response.ok(pdf.toByteArray(), "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"letters-" + id + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    record Licence(@Nullable String npi) {}

    record Decision(@Nullable String decision, @Nullable String reason, @Nullable String specialty) {}

    record Reason(@Nullable String reason) {}

    record Specialty(String code, String name) {}
}
