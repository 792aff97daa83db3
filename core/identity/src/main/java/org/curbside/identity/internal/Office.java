package org.curbside.identity.internal;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.curbside.api.guard.Dependents;
import org.curbside.api.identity.Call;
import org.curbside.api.identity.CaseFile;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.CaseStep;
import org.curbside.api.identity.CaseSummary;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.identity.Letter;
import org.curbside.api.identity.LetterBatch;
import org.curbside.api.identity.ProofStatus;
import org.curbside.api.identity.QueueStatistics;
import org.curbside.api.identity.RecheckReport;
import org.curbside.api.paging.Page;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.CaseRow;
import org.curbside.identity.internal.store.Cases;
import org.curbside.identity.internal.store.Decisions;
import org.curbside.identity.internal.store.Documents;
import org.curbside.identity.internal.store.Step;
import org.curbside.identity.internal.store.Ways;
import org.curbside.spi.verification.ProofOffer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Letters, the queue and its decisions; and how many claims rest on a registry. */
@Component
public final class Office implements DeskOffice, Dependents {

    private static final int STATISTICS_DAYS = 90;

    private final Cases cases;
    private final Decisions decisions;
    private final Recheck recheck;
    private final Issuer issuer;
    private final Specialties specialties;
    private final Letters letters;
    private final Documents documents;
    private final Ways ways;
    private final PossessionProofs proofs;
    private final Vault vault;
    private final Clock clock;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public Office(
            @Reference Books books,
            @Reference Recheck recheck,
            @Reference Issuer issuer,
            @Reference Specialties specialties,
            @Reference PossessionProofs proofs) {
        this(books, recheck, issuer, specialties, proofs, Clock.systemUTC());
    }

    Office(Books books, Recheck recheck, Issuer issuer, Specialties specialties, PossessionProofs proofs, Clock clock) {
        this.proofs = proofs;
        this.recheck = recheck;
        this.cases = new Cases(books);
        this.letters = new Letters(books, issuer.seal(), this::today);
        this.documents = new Documents(books, issuer.seal()::evidence);
        this.ways = new Ways(books);
        this.vault = new Vault(issuer.seal());
        this.decisions = new Decisions(books, issuer.seal()::evidence);
        this.issuer = issuer;
        this.specialties = specialties;
        this.clock = clock;
    }

    @Override
    public Page<Letter> letters(long after, int limit) {
        return letters.waiting(after, limit);
    }

    @Override
    public LetterBatch batch(String operator) {
        return letters.batch(operator);
    }

    @Override
    public Page<LetterBatch> batches(long before, int limit) {
        return letters.batches(before, limit);
    }

    @Override
    public void print(long batch, OutputStream out) {
        letters.print(batch, out);
    }

    @Override
    public Page<CaseSummary> cases(CaseState state, long after, int limit) {
        int size = Page.size(limit);
        List<CaseSummary> found =
                cases.in(state, after, size + 1).stream().map(Office::summary).toList();
        return Page.of(found, size, CaseSummary::number);
    }

    @Override
    public List<CaseSummary> casesOf(@Nullable String npi) {
        String number = npi == null ? "" : npi.replaceAll("\\s", "");
        return cases.of(number).stream().map(Office::summary).toList();
    }

    private static CaseSummary summary(CaseRow row) {
        return new CaseSummary(
                row.id(),
                row.state(),
                row.claimed(),
                row.claim().npi(),
                row.reason(),
                row.since(),
                row.proposal().isPresent());
    }

    @Override
    public CaseFile file(long number) {
        CaseRow row = cases.find(number)
                .orElseThrow(() -> Refusal.notFound("no-such-case", "There is no case with this number."));
        return new CaseFile(
                number,
                row.state(),
                row.claim(),
                row.address(),
                decisions.words(number),
                row.evidence().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new CaseFile.Evidence(row.evidence(), LocalDate.parse(row.judged()))),
                row.specialty(),
                row.state() == CaseState.REVIEW && specialtyOpen(row),
                row.reason(),
                row.opened(),
                row.since(),
                row.proposal(),
                row.document(),
                decisions.steps(number));
    }

    /** A physician who is in no group of the catalogue's would ask nobody and be asked by nobody. */
    private boolean specialtyOpen(CaseRow row) {
        return row.specialty().isEmpty() || !specialties.names().containsKey(row.specialty());
    }

    @Override
    public Page<CaseSummary> documents(long after, int limit) {
        documents.forgetExpired(today());
        int size = Page.size(limit);
        List<CaseSummary> found =
                documents.waiting(after, size + 1).stream().map(Office::summary).toList();
        return Page.of(found, size, CaseSummary::number);
    }

    @Override
    public byte[] document(long number) {
        byte[] kept = documents.of(number);
        if (kept.length == 0) {
            throw noDocument();
        }
        return vault.open(number, kept);
    }

    private static Refusal noDocument() {
        return Refusal.notFound("no-such-document", "There is no document with this case.");
    }

    @Override
    public void judge(String operator, long number, boolean shown, @Nullable String reason) {
        String why = ClaimRules.reason(reason);
        CaseRow row = cases.find(number).orElseThrow(Office::noDocument);
        String agreed = row.document().orElseThrow(Office::noDocument).agreed();
        if (!shown) {
            require(documents.decline(row, new Step(CaseStep.Act.DOCUMENT_DECLINED, operator, why, today())));
        } else if (agreed.isEmpty()) {
            require(documents.agree(row, new Step(CaseStep.Act.DOCUMENT_AGREED, operator, why, today())));
        } else if (agreed.equalsIgnoreCase(operator)) {
            throw Refusal.conflict("second-operator", "You have agreed already. Another operator has to look at it.");
        } else {
            require(documents.confirm(row, new Step(CaseStep.Act.DOCUMENT_CONFIRMED, operator, why, today())));
        }
    }

    @Override
    public List<ProofStatus> ways() {
        return proofs.all().entrySet().stream()
                .map(way -> new ProofStatus(
                        way.getKey(),
                        PossessionProofs.offer(way.getValue())
                                .map(ProofOffer::title)
                                .orElse(way.getKey()),
                        proofs.failure(way.getKey())))
                .toList();
    }

    @Override
    public Page<Call> calls(long after, int limit) {
        int size = Page.size(limit);
        List<Call> found =
                ways.waiting(after, size + 1).stream().map(this::call).toList();
        return Page.of(found, size, Call::number);
    }

    private Call call(CaseRow row) {
        int begun = ways.of(row.id()).stream()
                .filter(way -> way.id().equals(OtherWays.CALL))
                .mapToInt(Ways.Way::begun)
                .findFirst()
                .orElse(0);
        String code = issuer.seal().code(row.id(), OtherWays.CALL, begun);
        return new Call(row.id(), row.claimed(), row.telephone(), code);
    }

    @Override
    public void called(String operator, long number, boolean reached, @Nullable String reason) {
        String why = reached ? "The code was told." : ClaimRules.reason(reason);
        CaseRow row = cases.find(number).orElseThrow(Office::nobodyToCall);
        Step step = new Step(reached ? CaseStep.Act.CALLED : CaseStep.Act.NOT_REACHED, operator, why, today());
        LocalDate expires = reached ? today().plusDays(OtherWays.DAYS) : Ways.NOT_REACHED;
        if (!ways.called(row, OtherWays.CALL, expires, step)) {
            throw nobodyToCall();
        }
    }

    private static Refusal nobodyToCall() {
        return Refusal.notFound("no-such-call", "Nobody waits to be called in a case with this number.");
    }

    @Override
    public RecheckReport recheck() {
        return recheck.all();
    }

    @Override
    public QueueStatistics statistics() {
        LocalDate today = today();
        Map<Long, Long> waiting = new TreeMap<>();
        cases.waiting().forEach((since, count) -> waiting.put(ChronoUnit.DAYS.between(since, today), count));
        return new QueueStatistics(
                cases.counts(), Days.of(waiting), Days.of(decisions.waited(today.minusDays(STATISTICS_DAYS))));
    }

    @Override
    public Map<String, String> specialties() {
        return specialties.names();
    }

    @Override
    public Optional<String> on(String extensionPoint, String id) {
        long claims = extensionPoint.startsWith("verification.") ? cases.living(id, today()) : 0;
        return claims == 0 ? Optional.empty() : Optional.of(claims + (claims == 1 ? " claim" : " claims"));
    }

    @Override
    public void approve(String operator, long number, @Nullable String reason, @Nullable String specialty) {
        String why = ClaimRules.reason(reason);
        CaseRow row = waiting(number);
        if (row.proposal().isPresent()) {
            throw Refusal.conflict(
                    "refusal-proposed", "A refusal is proposed. Another operator confirms or rejects that first.");
        }
        String approved = issuer.seal().evidence(number, row.reason());
        LocalDate today = today();
        require(decisions.approve(
                row,
                approved,
                chosen(row, specialty),
                today.plusDays(Possession.CODE_DAYS),
                new Step(CaseStep.Act.APPROVED, operator, why, today)));
    }

    private String chosen(CaseRow row, @Nullable String choice) {
        String specialty = choice == null ? "" : choice.strip();
        if (!specialtyOpen(row)) {
            if (!specialty.isEmpty() && !specialty.equals(row.specialty())) {
                throw Refusal.invalid(
                        "specialty-known", "specialty", "The registry names the specialty. Leave this field out.");
            }
            return row.specialty();
        }
        if (specialty.isEmpty() && !row.specialty().isEmpty()) {
            return row.specialty();
        }
        if (!specialties.names().containsKey(specialty)) {
            throw Refusal.invalid(
                    "specialty-missing", "specialty", "Choose the physician's specialty; the registry names none.");
        }
        return specialty;
    }

    @Override
    public void propose(String operator, long number, @Nullable String reason) {
        String why = ClaimRules.reason(reason);
        CaseRow row = waiting(number);
        if (!decisions.propose(row, new Step(CaseStep.Act.REFUSAL_PROPOSED, operator, why, today()))) {
            throw Refusal.conflict(
                    "refusal-proposed", "A refusal is proposed already. Another operator confirms or rejects it.");
        }
    }

    @Override
    public void second(String operator, long number, boolean confirm, @Nullable String reason) {
        String why = ClaimRules.reason(reason);
        CaseRow row = waiting(number);
        CaseFile.Proposal proposal = row.proposal()
                .orElseThrow(() -> Refusal.conflict("no-refusal-proposed", "No refusal of this claim is proposed."));
        if (proposal.operator().equalsIgnoreCase(operator)) {
            throw Refusal.conflict(
                    "second-operator", "You proposed this refusal yourself. Another operator has to look at it.");
        }
        require(
                confirm
                        ? decisions.confirm(row, new Step(CaseStep.Act.REFUSED, operator, why, today()))
                        : decisions.reject(row, new Step(CaseStep.Act.REFUSAL_REJECTED, operator, why, today())));
    }

    @Override
    public void close(String operator, long number, @Nullable String reason) {
        String why = ClaimRules.reason(reason);
        CaseRow row = cases.find(number)
                .filter(found -> found.state() != CaseState.REFUSED)
                .orElseThrow(Office::nothingToClose);
        if (row.state() == CaseState.REVIEW) {
            throw Refusal.conflict("case-in-review", "This claim waits for a decision. Decide on it.");
        }
        if (!decisions.close(row, new Step(CaseStep.Act.CLOSED, operator, why, today()))) {
            throw nothingToClose();
        }
    }

    private static Refusal nothingToClose() {
        return Refusal.notFound("no-such-case", "No case with this number is open or proven.");
    }

    private CaseRow waiting(long number) {
        return cases.find(number)
                .filter(row -> row.state() == CaseState.REVIEW)
                .orElseThrow(
                        () -> Refusal.notFound("no-such-review", "No claim with this number waits for a decision."));
    }

    private static void require(boolean done) {
        if (!done) {
            throw Refusal.conflict("case-changed", "Somebody else was faster. Look at the case again.");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
