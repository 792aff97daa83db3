package org.curbside.identity.internal;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.ProofChoice;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.CaseRow;
import org.curbside.identity.internal.store.Cases;
import org.curbside.identity.internal.store.Ways;
import org.curbside.identity.internal.store.Ways.Way;
import org.curbside.spi.verification.Attempt;
import org.curbside.spi.verification.PossessionProof;
import org.curbside.spi.verification.ProofOffer;
import org.curbside.spi.verification.ProofRefused;
import org.curbside.spi.verification.ProofUnavailable;
import org.jspecify.annotations.Nullable;

/** Ways to show possession that a claimant has to choose: a call to the number on the record, and those that add-ons bring. */
final class OtherWays {

    /** The desk's own: an operator calls. */
    static final String CALL = "call";

    /** How long that is taken which was told or sent. */
    static final int DAYS = 7;

    private static final int MOST_BEGUN = 3;
    private static final int RETRY_SECONDS = 120;
    private static final int LONGEST_TYPED = 400;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final ProofChoice TO_CALL = new ProofChoice(
            CALL,
            "A call to the number on your record",
            "Somebody from the desk calls the telephone number on your registry record, asks for you, and tells you a code.",
            "",
            "");

    private final PossessionProofs proofs;
    private final Cases cases;
    private final Ways ways;
    private final Seal seal;
    private final Supplier<LocalDate> days;

    /**
     * With what is installed.
     *
     * @param days tells what day it is
     */
    OtherWays(Books books, PossessionProofs proofs, Seal seal, Supplier<LocalDate> days) {
        this.proofs = proofs;
        this.cases = new Cases(books);
        this.ways = new Ways(books);
        this.seal = seal;
        this.days = days;
    }

    /** Those that can be begun now. One whose add-on fails is left out, and the others stay. */
    List<ProofChoice> choices(CaseRow row) {
        if (row.state() != CaseState.LETTER) {
            return List.of();
        }
        Map<String, Way> begun = new HashMap<>();
        ways.of(row.id()).forEach(way -> begun.put(way.id(), way));
        List<ProofChoice> choices = new ArrayList<>();
        if (!row.telephone().isEmpty() && mayBegin(begun.get(CALL))) {
            choices.add(TO_CALL);
        }
        proofs.all().forEach((id, proof) -> {
            if (mayBegin(begun.get(id))) {
                offered(id, proof).ifPresent(choices::add);
            }
        });
        return choices;
    }

    private static boolean mayBegin(@Nullable Way way) {
        return way == null || (way.begun() < MOST_BEGUN && !way.waits());
    }

    private static Optional<ProofChoice> offered(String id, PossessionProof proof) {
        return PossessionProofs.offer(proof)
                .map(offer -> new ProofChoice(id, offer.title(), offer.explanation(), offer.label(), offer.help()));
    }

    /** What has come of those that were begun, in sentences for the claimant. */
    String sentences(CaseRow row) {
        StringBuilder said = new StringBuilder();
        for (Way way : ways.of(row.id())) {
            if (way.waits()) {
                said.append(" Somebody from the desk calls the number on your record.");
            } else if (way.expires().equals(Optional.of(Ways.NOT_REACHED))) {
                said.append(" The desk called the number on your record and did not reach you.");
            } else if (way.isOpen(days.get())) {
                said.append(" Begun: ").append(title(way.id())).append(", to be finished by ");
                way.expires().ifPresent(said::append);
                said.append('.');
            }
        }
        return said.toString();
    }

    private String title(String id) {
        return id.equals(CALL)
                ? TO_CALL.title()
                : proofs.find(id)
                        .flatMap(PossessionProofs::offer)
                        .map(ProofOffer::title)
                        .orElse("a way that is away at the moment");
    }

    /** The codes that are taken at present, by what brings them. */
    Map<String, String> codes(CaseRow row) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (Way way : ways.of(row.id())) {
            if (way.isOpen(days.get())) {
                codes.put(way.id(), seal.code(row.id(), way.id(), way.begun()));
            }
        }
        return codes;
    }

    /** Begins one, and tells where the claimant has to go, if that is so. */
    Optional<URI> begin(CaseRow row, String id, String typed) {
        Possession.requireWaiting(row);
        if (typed.length() > LONGEST_TYPED) {
            throw Refusal.invalid("too-long", "typed", "Type at most " + LONGEST_TYPED + " characters.");
        }
        boolean call = id.equals(CALL) && !row.telephone().isEmpty();
        Optional<PossessionProof> proof = call ? Optional.empty() : Optional.of(proof(id));
        int begun = ways.begin(row, id, MOST_BEGUN)
                .orElseThrow(() -> Refusal.conflict(
                        "way-used-up", "This way was tried three times, or waits already. Choose another one."));
        Optional<URI> elsewhere =
                proof.isPresent() ? started(row, id, begun, proof.get(), typed.strip()) : Optional.empty();
        ways.open(row, id, begun, days.get().plusDays(DAYS), call);
        return elsewhere;
    }

    private Optional<URI> started(CaseRow row, String id, int begun, PossessionProof proof, String typed) {
        boolean done = false;
        try {
            Optional<URI> elsewhere = proof.start(attempt(row, id, begun, typed));
            if (elsewhere.isPresent() && !isSafe(elsewhere.get())) {
                throw away();
            }
            proofs.worked(id);
            done = true;
            return elsewhere;
        } catch (ProofRefused e) {
            throw Refusal.invalid("way-refused", "typed", sentence(e));
        } catch (ProofUnavailable e) {
            proofs.failed(id, e);
            throw away();
        } finally {
            if (!done) {
                ways.undo(row, id, begun);
            }
        }
    }

    /** Whoever listens on the way learns what comes back; on this machine nobody does. */
    private static boolean isSafe(URI uri) {
        String host = "" + uri.getHost();
        return "https".equals(uri.getScheme())
                ? uri.getHost() != null
                : "http".equals(uri.getScheme()) && LOOPBACK.contains(host);
    }

    /** Takes what the claimant's browser came back with. */
    void finish(CaseRow row, String id, Map<String, String> answer) {
        Possession.requireWaiting(row);
        PossessionProof proof = proof(id);
        Way way = ways.of(row.id()).stream()
                .filter(begun -> begun.id().equals(id) && begun.isOpen(days.get()))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict(
                        "way-not-begun", "This was not begun in this case, or too long ago. Begin it again."));
        try {
            if (!proof.check(attempt(row, id, way.begun(), ""), answer)) {
                throw Refusal.conflict("not-shown", "This does not show that the licence is yours. Begin it again.");
            }
        } catch (ProofRefused e) {
            throw Refusal.conflict("way-refused", sentence(e));
        } catch (ProofUnavailable e) {
            proofs.failed(id, e);
            throw away();
        }
        Possession.require(cases.prove(row, id, outweighs(id), seal::evidence, days.get()));
    }

    /** What goes by the registry's own record ends a case in which the licence was shown before; a partner's word does not. */
    static boolean outweighs(String way) {
        return way.equals(CALL);
    }

    private Attempt attempt(CaseRow row, String id, int begun, String typed) {
        return new Attempt(row.claim(), typed, seal.code(row.id(), id, begun), seal.secret(row.id(), id, begun));
    }

    private PossessionProof proof(String id) {
        return proofs.find(id)
                .orElseThrow(() -> Refusal.conflict(
                        "no-such-way", "This way is not open to you at the moment. Choose another one."));
    }

    private static String sentence(ProofRefused refused) {
        return Optional.ofNullable(refused.getMessage()).orElse("It was refused. Choose another way.");
    }

    private static Refusal away() {
        return Refusal.unavailable(
                "way-away",
                RETRY_SECONDS,
                "This does not work just now. Try again in a few minutes, or choose another way.");
    }
}
