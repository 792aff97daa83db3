package org.curbside.identity.internal;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.curbside.api.identity.CaseState;
import org.curbside.api.picture.Redrawing;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.CaseRow;
import org.curbside.identity.internal.store.Cases;
import org.curbside.identity.internal.store.Documents;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.Verdict;

/** How a claimant shows that a licence is their own: by a code, in a letter at first, or by a document. */
final class Possession {

    static final int CODE_DAYS = 30;

    private static final int ATTEMPTS = 5;
    private static final int MORE_LETTERS = 2;
    private static final int DAYS_BY_POST = 14;
    private static final int MOST_DOCUMENTS = 3;
    private static final Redrawing PHOTOGRAPH = new Redrawing("document", "document", 200);
    private static final String LETTER = "LETTER";

    private final Registries registries;
    private final OtherWays others;
    private final Cases cases;
    private final Documents documents;
    private final Vault vault;
    private final Seal seal;
    private final SecureRandom random;
    private final Supplier<LocalDate> days;

    /**
     * At the desk.
     *
     * @param days tells what day it is
     */
    Possession(
            Books books,
            Registries registries,
            OtherWays others,
            Seal seal,
            SecureRandom random,
            Supplier<LocalDate> days) {
        this.registries = registries;
        this.others = others;
        this.cases = new Cases(books);
        this.documents = new Documents(books, seal::evidence);
        this.vault = new Vault(seal);
        this.seal = seal;
        this.random = random;
        this.days = days;
    }

    /** Takes a code, wherever it came from. What other cases of the licence do is not told by what is refused. */
    void prove(CaseRow row, String typed) {
        requireWaiting(row);
        Map<String, String> told = others.codes(row);
        boolean over = days.get().isAfter(row.expires());
        if (told.isEmpty() && row.address().isEmpty()) {
            throw Refusal.conflict("no-code-yet", "No code is on its way to you. Choose how it comes first.");
        }
        if (told.isEmpty() && over) {
            throw Refusal.conflict("code-expired", "The letter has expired. Ask for another one.");
        }
        if (!cases.attempt(row.id(), ATTEMPTS)) {
            throw Refusal.conflict(
                    "code-tried-too-often",
                    "Too many wrong codes. Ask for another letter, or the operator to close this case.");
        }
        if (!row.address().isEmpty() && isInALetter(row, typed)) {
            cases.prove(row, LETTER, true, seal::evidence, days.get());
            return;
        }
        String way = told.entrySet().stream()
                .filter(code -> Seal.isCode(code.getValue(), typed))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("wrong-code", "code", wrongCode(ATTEMPTS - row.attempts() - 1)));
        require(cases.prove(row, way, OtherWays.outweighs(way), seal::evidence, days.get()));
    }

    private boolean isInALetter(CaseRow row, String typed) {
        return cases.openLetters(row, days.get()).stream()
                .anyMatch(letter -> Seal.isCode(seal.letterCode(letter), typed));
    }

    static void require(Cases.Shown shown) {
        if (shown == Cases.Shown.HELD_BY_ANOTHER) {
            throw Refusal.conflict(
                    "licence-held",
                    "This licence was shown before, in another case. If that was yours and you have lost its key, show it anew"
                            + " by a letter or a call.");
        }
        if (shown == Cases.Shown.MOVED_ON) {
            throw ended();
        }
    }

    private static String wrongCode(int left) {
        String tries = left == 1 ? "one try is left." : Math.max(0, left) + " tries are left.";
        return "This is not the code. Type all its letters and digits; " + tries;
    }

    static void requireWaiting(CaseRow row) {
        if (row.state() != CaseState.LETTER) {
            throw Refusal.conflict("no-letter-expected", "No code is expected for this case at the moment.");
        }
    }

    void anotherLetter(CaseRow row) {
        requireWaiting(row);
        if (row.address().isEmpty()) {
            throw Refusal.conflict("no-address", "The registry has no address for a letter. Choose another way.");
        }
        if (row.letters() >= MORE_LETTERS) {
            throw Refusal.conflict(
                    "letters-used-up",
                    "Three letters were made. Ask the operator to close this case, then claim anew.");
        }
        if (!mayAskForAnother(row)) {
            throw Refusal.conflict(
                    "letter-on-its-way",
                    "The letter may still come. Ask for another one from " + arrived(row)
                            + " on, or after five wrong codes.");
        }
        Standing standing = registries.confirmed(registries.national(row.claim()), row.claim());
        if (standing.verdict() == Verdict.INACTIVE) {
            throw Refusal.conflict("licence-lapsed", standing.judgement().reason());
        }
        List<String> address =
                standing.entry().address().map(PostalAddress::lines).orElse(row.address());
        if (!cases.anotherLetter(row, address, days.get(), days.get().plusDays(CODE_DAYS))) {
            throw ended();
        }
    }

    static Refusal ended() {
        return Refusal.conflict("case-ended", "This case has moved on, or has ended. Look at it again.");
    }

    boolean mayAskForAnother(CaseRow row) {
        return row.state() == CaseState.LETTER
                && !row.address().isEmpty()
                && row.letters() < MORE_LETTERS
                && (row.attempts() >= ATTEMPTS
                        || row.letter().isEmpty()
                        || days.get().isAfter(row.expires())
                        || !days.get().isBefore(arrived(row)));
    }

    /** When a letter that was printed has had its time; a letter that is not printed has all of it before it. */
    private static LocalDate arrived(CaseRow row) {
        return row.expires().minusDays(row.batch() == 0 ? 0 : CODE_DAYS - DAYS_BY_POST);
    }

    void document(CaseRow row, byte[] image) {
        documents.forgetExpired(days.get());
        if (row.state() != CaseState.LETTER) {
            throw Refusal.conflict("no-document-expected", "No document is expected for this case at the moment.");
        }
        if (row.document().isPresent()) {
            throw Refusal.conflict("document-waits", "Two people at the desk look at your document first.");
        }
        if (row.documents() >= MOST_DOCUMENTS) {
            throw Refusal.conflict(
                    "documents-used-up", "Three documents were looked at. Use the letter, or ask colleagues to vouch.");
        }
        byte[] kept =
                vault.close(row.id(), random, PHOTOGRAPH.asPhotograph(image).bytes());
        if (!documents.add(row, MOST_DOCUMENTS, days.get(), days.get().plusDays(CODE_DAYS), kept)) {
            throw ended();
        }
    }

    static boolean maySendDocument(CaseRow row) {
        return row.state() == CaseState.LETTER && row.document().isEmpty() && row.documents() < MOST_DOCUMENTS;
    }
}
