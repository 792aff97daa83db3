package org.curbside.web.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.curbside.api.identity.CaseFile;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.CaseStep;
import org.curbside.api.identity.CaseSummary;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.identity.ProofStatus;
import org.curbside.api.identity.QueueStatistics;
import org.curbside.api.paging.Page;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.curbside.spi.verification.Verdict;

/** The operator's side of the licence desk. */
public final class OfficePages {

    private static final String QUEUE = "/office";
    private static final String CASES = "/office/cases/";
    private static final int SHOWN = 25;

    private final Slice<DeskOffice> office;

    OfficePages(Slices slices) {
        office = slices.of(DeskOffice.class);
    }

    List<Route> routes() {
        return List.of(
                Route.shown(QUEUE, this::queue),
                Route.form("/office/find", this::find),
                Route.form(CASES + "([0-9]{1,18})", this::licenceCase),
                Route.shown("/office/documents", this::documents),
                Route.shown(CASES + "([0-9]{1,18})/document\\.jpg", this::document));
    }

    private void queue(Exchange exchange) throws IOException {
        exchange.operator();
        exchange.page("office.jte", queuePage(exchange, state(exchange), Form.EMPTY));
    }

    private static CaseState state(Exchange exchange) {
        String name = exchange.parameter("state").toUpperCase(Locale.ROOT);
        return Stream.of(CaseState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(CaseState.REVIEW);
    }

    private QueuePage queuePage(Exchange exchange, CaseState state, Form form) {
        Page<CaseSummary> cases = office.get().cases(state, exchange.number("after", 0), SHOWN);
        return new QueuePage(
                exchange.frame("Verifications", form),
                state,
                cases.items(),
                cases.next().isPresent()
                        ? QUEUE + "?state=" + state.name().toLowerCase(Locale.ROOT) + "&after="
                                + cases.next().getAsLong()
                        : "",
                office.get().statistics(),
                office.get().ways(),
                form);
    }

    /** By what the physician can say: a case's number is not known outside. */
    private void find(Exchange exchange) throws IOException {
        exchange.operator();
        if (!exchange.post()) {
            exchange.seeOther(QUEUE);
            return;
        }
        List<CaseSummary> found = office.get().casesOf(exchange.parameter("npi"));
        if (found.isEmpty()) {
            Refusal refusal = Refusal.invalid("no-case-of-npi", "npi", "Nobody has claimed a licence with this NPI.");
            Form form = Form.of(exchange, refusal, "npi");
            exchange.again("office.jte", queuePage(exchange, CaseState.REVIEW, form), refusal);
        } else {
            exchange.seeOther(CASES + found.get(0).number());
        }
    }

    private void licenceCase(Exchange exchange) throws IOException {
        String operator = exchange.operator();
        long number = exchange.numberInPath();
        if (!exchange.post()) {
            exchange.page("office-case.jte", casePage(exchange, number, operator, Form.EMPTY));
            return;
        }
        exchange.confirmedOperator();
        try {
            decide(exchange, operator, number);
            exchange.seeOther(CASES + number);
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "decision", "reason", "specialty");
            exchange.again("office-case.jte", casePage(exchange, number, operator, form), refusal);
        }
    }

    /** No choice is a decision that nobody has made. */
    private void decide(Exchange exchange, String operator, long number) {
        String reason = exchange.parameter("reason");
        switch (exchange.parameter("decision")) {
            case "approve" -> office.get().approve(operator, number, reason, exchange.parameter("specialty"));
            case "refuse" -> office.get().propose(operator, number, reason);
            case "confirm" -> office.get().second(operator, number, true, reason);
            case "reject" -> office.get().second(operator, number, false, reason);
            case "shown" -> office.get().judge(operator, number, true, reason);
            case "not-shown" -> office.get().judge(operator, number, false, reason);
            case "close" -> office.get().close(operator, number, reason);
            default -> throw Refusal.invalid("decision-missing", "decision", "Choose what you decide.");
        }
    }

    private CasePage casePage(Exchange exchange, long number, String operator, Form form) {
        CaseFile file = office.get().file(number);
        return new CasePage(
                exchange.frame("Case " + number, form),
                file,
                office.get().casesOf(file.claim().npi()).stream()
                        .filter(other -> other.number() != number)
                        .toList(),
                file.specialtyOpen() ? office.get().specialties() : Map.of(),
                operator,
                form);
    }

    private void documents(Exchange exchange) throws IOException {
        exchange.operator();
        Page<CaseSummary> cases = office.get().documents(exchange.number("after", 0), SHOWN);
        exchange.page(
                "office-documents.jte",
                new DocumentsPage(
                        exchange.frame("Documents"),
                        cases.items(),
                        cases.next().isPresent()
                                ? "/office/documents?after=" + cases.next().getAsLong()
                                : ""));
    }

    private void document(Exchange exchange) throws IOException {
        exchange.operator();
        exchange.image("image/jpeg", office.get().document(exchange.numberInPath()));
    }

    /**
     * Cases in a state, and how long claims wait.
     *
     * @param more the address of the next part, or empty
     * @param ways to show possession that add-ons bring
     */
    public record QueuePage(
            Frame frame,
            CaseState state,
            List<CaseSummary> cases,
            String more,
            QueueStatistics statistics,
            List<ProofStatus> ways,
            Form form) {

        /** In which case they are, as people say it. */
        public static String word(CaseState state) {
            return switch (state) {
                case REVIEW -> "Waiting for a decision";
                case LETTER -> "Waiting for the code";
                case PROVEN -> "Proven";
                case LAPSED -> "Lapsed";
                case REFUSED -> "Refused or closed";
            };
        }

        /** How many there are. */
        public long count(CaseState of) {
            return statistics.cases().getOrDefault(of, 0L);
        }

        /** Such as "1 day". */
        public static String days(long days) {
            return days + (days == 1 ? " day" : " days");
        }
    }

    /**
     * A case as those see it who decide on it.
     *
     * @param others cases of the same licence
     * @param specialties to be chosen from: names by code
     * @param operator whoever looks
     */
    public record CasePage(
            Frame frame,
            CaseFile file,
            List<CaseSummary> others,
            Map<String, String> specialties,
            String operator,
            Form form) {

        /** What can be decided about a claim that waits. */
        public static final List<Choice> DECISIONS = List.of(
                new Choice("approve", "Approve: a letter is made", null),
                new Choice("refuse", "Propose to refuse: another operator looks at it", null));

        /** What can be decided about a refusal that is proposed. */
        public static final List<Choice> SECOND = List.of(
                new Choice("confirm", "Confirm: the physician reads the reason above", null),
                new Choice("reject", "Reject: the claim waits on", null));

        /** Whether whoever looks may decide on the proposal. */
        public boolean mayBeSecond() {
            return file.proposal()
                    .map(proposal -> !proposal.operator().equalsIgnoreCase(operator))
                    .orElse(false);
        }

        /** What was filled in for the document, if it was not taken; its fields have names of their own on the page. */
        public Form judging() {
            Form own = form.value("decision").endsWith("shown") ? form : Form.EMPTY;
            return own.marked("-document");
        }

        /** What was filled in for anything else, if it was not taken. */
        public Form deciding() {
            return form.value("decision").endsWith("shown") ? Form.EMPTY : form;
        }

        /** What can be decided about a document. */
        public static final List<Choice> DOCUMENT = List.of(
                new Choice("shown", "It shows that the licence is theirs", null),
                new Choice("not-shown", "It does not: another can be sent", null));

        /** Whether whoever looks has agreed to the document already. */
        public boolean hasAgreed() {
            return file.document()
                    .map(document -> document.agreed().equalsIgnoreCase(operator))
                    .orElse(false);
        }

        /** Whether it can be closed. */
        public boolean closable() {
            return file.state() == CaseState.LETTER
                    || file.state() == CaseState.PROVEN
                    || file.state() == CaseState.LAPSED;
        }

        /** What a registry's word amounts to. */
        public static String word(Verdict verdict) {
            return switch (verdict) {
                case ACTIVE -> "active";
                case INACTIVE -> "not active";
                case INDETERMINATE -> "not clear";
            };
        }

        /** What was done, as people say it. */
        public static String word(CaseStep.Act act) {
            return switch (act) {
                case DOUBTED -> "a registry was not clear any more";
                case LAPSED -> "a registry says that the licence is not active any more";
                case RESTORED -> "the registries show the licence as active again";
                case DOCUMENT_AGREED -> "agreed to the document";
                case DOCUMENT_CONFIRMED -> "agreed to the document, as the second";
                case DOCUMENT_DECLINED -> "did not agree to the document";
                case CALLED -> "called";
                case NOT_REACHED -> "called, and did not reach the physician";
                case VOUCHED -> "a colleague vouched";
                case APPROVED -> "approved";
                case REFUSAL_PROPOSED -> "proposed to refuse";
                case REFUSAL_REJECTED -> "rejected the refusal";
                case REFUSED -> "confirmed the refusal";
                case SUPERSEDED -> "the licence was shown anew";
                case CLOSED -> "closed";
            };
        }
    }

    /**
     * Cases whose document waits.
     *
     * @param more the address of the next part, or empty
     */
    public record DocumentsPage(Frame frame, List<CaseSummary> cases, String more) {}
}
