package org.curbside.identity.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.curbside.api.credential.Credential;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.CaseStep;
import org.curbside.api.identity.Crowd;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.LicenceDesk;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.match.NameMatch;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.CaseRow;
import org.curbside.identity.internal.store.Cases;
import org.curbside.identity.internal.store.Documents;
import org.curbside.identity.internal.store.Step;
import org.curbside.identity.internal.store.Vouches;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.Verdict;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The licence desk: registry, letter, credential. */
@Component
public final class Desk implements LicenceDesk {

    static final int CODE_DAYS = 30;
    private static final int ATTEMPTS = 5;
    private static final int KEY_BYTES = 18;
    private static final int MORE_LETTERS = 2;
    private static final int DAYS_BY_POST = 14;
    private static final int MOST_VOUCHES = 3;
    private static final int MOST_DOCUMENTS = 3;

    private final Registries registries;
    private final Cases cases;
    private final Vouches vouches;
    private final Documents documents;
    private final Vault vault;
    private final Recheck recheck;
    private final Issuer issuer;
    private final Specialties specialties;
    private final Clock clock;
    private final SecureRandom random;

    /** As the platform runs it. */
    @Activate
    public Desk(
            @Reference Books books,
            @Reference Registries registries,
            @Reference Recheck recheck,
            @Reference Issuer issuer,
            @Reference Specialties specialties) {
        this(books, registries, recheck, issuer, specialties, Clock.systemUTC(), new SecureRandom());
    }

    Desk(
            Books books,
            Registries registries,
            Recheck recheck,
            Issuer issuer,
            Specialties specialties,
            Clock clock,
            SecureRandom random) {
        this.registries = registries;
        this.cases = new Cases(books);
        this.documents = new Documents(books, issuer.seal()::evidence);
        this.vault = new Vault(issuer.seal());
        this.vouches = new Vouches(books, issuer.seal()::evidence);
        this.recheck = recheck;
        this.issuer = issuer;
        this.specialties = specialties;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public LicenceCase claim(NewClaim input) {
        Claim claim = ClaimRules.check(input);
        Standing national = registries.national(claim);
        ClaimRules.refuseInactive(national);
        ClaimRules.refuseAnother(claim, national.entry());
        Standing standing = registries.confirmed(national, claim);
        ClaimRules.refuseInactive(standing);
        String key = key();
        CaseRow row = row(key, claim, standing);
        if (cases.open(row, standing.words(), today()).isEmpty()) {
            throw Refusal.conflict(
                    "licence-already-claimed",
                    "This licence has a case already. Come back to it with its key; if that is lost, ask the operator to"
                            + " close the case.");
        }
        return seen(key, row);
    }

    private CaseRow row(String key, Claim claim, Standing standing) {
        List<String> address =
                standing.entry().address().map(PostalAddress::lines).orElse(List.of());
        String specialty = specialties.of(standing.entry().taxonomies());
        String doubt = doubt(standing, address, specialty);
        String digest = Seal.digest(key);
        return new CaseRow(
                0,
                digest,
                standing.registry(),
                claim,
                doubt.isEmpty() ? CaseState.LETTER : CaseState.REVIEW,
                doubt,
                "",
                "",
                specialty,
                address,
                0,
                false,
                "",
                "",
                today(),
                today().plusDays(CODE_DAYS),
                today(),
                Optional.empty(),
                0,
                0,
                issuer.seal().colleagueCode(digest),
                Optional.empty(),
                0);
    }

    /** Why a person has to look, or empty. */
    private static String doubt(Standing standing, List<String> address, String specialty) {
        if (standing.verdict() != Verdict.ACTIVE) {
            return standing.judgement().reason();
        }
        if (address.isEmpty()) {
            return "The registry has no postal address.";
        }
        return specialty.isEmpty() ? "The registry names no specialty." : "";
    }

    @Override
    public LicenceCase find(@Nullable String key) {
        return seen("" + key, row(key));
    }

    @Override
    public LicenceCase prove(@Nullable String key, @Nullable String code) {
        CaseRow row = row(key);
        if (row.state() != CaseState.LETTER) {
            throw Refusal.conflict("no-letter-expected", "No code is expected for this case at the moment.");
        }
        if (today().isAfter(row.expires())) {
            throw Refusal.conflict("code-expired", "The letter has expired. Ask for another one.");
        }
        if (!cases.attempt(row.id(), ATTEMPTS)) {
            throw Refusal.conflict(
                    "code-tried-too-often",
                    "Too many wrong codes. Ask for another letter, or the operator to close this case.");
        }
        if (!issuer.seal().opens(row.id(), row.letters(), code == null ? "" : code)) {
            throw Refusal.invalid("wrong-code", "code", wrongCode(ATTEMPTS - row.attempts() - 1));
        }
        cases.prove(row, issuer.seal()::evidence, today());
        return find(key);
    }

    private static String wrongCode(int left) {
        String tries = left == 1 ? "one try is left." : Math.max(0, left) + " tries are left.";
        return "This is not the code in the letter. Type its eight letters and digits; " + tries;
    }

    @Override
    public LicenceCase anotherLetter(@Nullable String key) {
        CaseRow row = row(key);
        if (row.state() != CaseState.LETTER) {
            throw Refusal.conflict("no-letter-expected", "No code is expected for this case at the moment.");
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
        if (!cases.anotherLetter(row, address, today().plusDays(CODE_DAYS))) {
            throw Refusal.conflict("case-ended", "This case has moved on, or has ended. Look at it again.");
        }
        return find(key);
    }

    private boolean mayAskForAnother(CaseRow row) {
        return row.state() == CaseState.LETTER
                && row.letters() < MORE_LETTERS
                && (row.attempts() >= ATTEMPTS || today().isAfter(row.expires()) || !today().isBefore(arrived(row)));
    }

    /** When a letter that was printed has had its time; a letter that is not printed has all of it before it. */
    private static LocalDate arrived(CaseRow row) {
        return row.expires().minusDays(row.batch() == 0 ? 0 : CODE_DAYS - DAYS_BY_POST);
    }

    @Override
    public IssuerKey issuer(@Nullable String key) {
        return key(proven(key));
    }

    private IssuerKey key(CaseRow row) {
        return issuer.key(row.registry(), row.claim().npi(), row.specialty(), Credential.epochOf(today()));
    }

    @Override
    public Crowd crowd(@Nullable String key) {
        return issuer.crowd(issuer(key));
    }

    @Override
    public String credential(@Nullable String key, @Nullable String keyId, @Nullable String blinded) {
        CaseRow row = proven(key);
        IssuerKey signing = key(row);
        LocalDate epoch = signing.epoch();
        if (!signing.id().equals(keyId)) {
            throw Refusal.conflict(
                    "another-key",
                    "Your credential is signed with another key in this epoch. Ask which one, and begin again.");
        }
        if (!row.issued().equals(epoch.toString())) {
            require(recheck.ask(row));
        }
        String signature = issuer.sign(row.registry(), row.claim().npi(), signing, blinded == null ? "" : blinded);
        cases.issued(row.id(), epoch.toString());
        return signature;
    }

    private CaseRow proven(@Nullable String key) {
        CaseRow row = row(key);
        if (row.state() == CaseState.LAPSED) {
            require(recheck.ask(row));
        } else if (row.state() != CaseState.PROVEN) {
            throw Refusal.conflict("not-proven", "Enter the code from the letter first.");
        }
        return row;
    }

    /** A licence that has lapsed gets no further credential. */
    private static void require(CaseState state) {
        if (state == CaseState.LAPSED) {
            throw Refusal.conflict(
                    "licence-lapsed", "A registry does not show your licence as active. Come back when it does.");
        }
        if (state == CaseState.REVIEW) {
            throw Refusal.conflict(
                    "licence-in-review", "A person at the desk looks at your licence first. Come back in a few days.");
        }
    }

    @Override
    public LicenceCase document(@Nullable String key, byte[] image) {
        CaseRow row = row(key);
        documents.forgetExpired(today());
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
        byte[] kept = vault.close(row.id(), random, Picture.redrawn(image));
        if (!documents.add(row, MOST_DOCUMENTS, today(), today().plusDays(CODE_DAYS), kept)) {
            throw Refusal.conflict("case-ended", "This case has moved on, or has ended. Look at it again.");
        }
        return find(key);
    }

    @Override
    public void vouch(@Nullable String key, @Nullable String colleagueCode, @Nullable String familyName) {
        CaseRow voucher = row(key);
        String name = familyName == null ? "" : familyName.strip();
        String code = Seal.plain(colleagueCode == null ? "" : colleagueCode);
        CaseRow colleague = cases.ofColleague(code).stream()
                .filter(found -> NameMatch.fitsFamily(name, found.claim().familyName()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "no-such-colleague",
                        "colleagueCode",
                        "No colleague of that name waits with this code. Ask them for it again."));
        Vouches.Outcome outcome = vouches.add(
                voucher,
                issuer.seal().voucher(voucher.registry(), voucher.claim().npi()),
                colleague,
                Credential.epochOf(today()).toString(),
                MOST_VOUCHES,
                new Step(CaseStep.Act.VOUCHED, "", "The physician of case " + voucher.id() + ".", today()));
        if (outcome != Vouches.Outcome.TAKEN) {
            throw refusal(outcome);
        }
    }

    private static Refusal refusal(Vouches.Outcome outcome) {
        return switch (outcome) {
            case NO_VOUCHER -> Refusal.conflict(
                    "cannot-vouch",
                    "Only a physician can vouch whose own licence was shown otherwise than by colleagues.");
            case BEFORE -> Refusal.conflict("vouched-before", "You have vouched for this colleague already.");
            case TOO_OFTEN -> Refusal.conflict(
                    "vouched-too-often",
                    "You have vouched " + MOST_VOUCHES + " times in these 30 days. Wait for the next.");
            default -> Refusal.conflict("case-ended", "Your colleague's case has moved on. There is nothing to do.");
        };
    }

    @Override
    public LicenceCase recheck(@Nullable String key) {
        CaseRow row = row(key);
        if (row.state() != CaseState.LAPSED) {
            throw Refusal.conflict("not-lapsed", "This licence has not lapsed.");
        }
        recheck.ask(row);
        return find(key);
    }

    private CaseRow row(@Nullable String key) {
        return cases.find(Seal.digest(key == null ? "" : key.strip()))
                .orElseThrow(() -> Refusal.notFound("no-such-case", "There is no case with this key. Check it."));
    }

    private LicenceCase seen(String key, CaseRow row) {
        String sentence =
                switch (row.state()) {
                    case LETTER -> "A letter with a code goes to the address on your registry record. Enter the code here by "
                            + row.expires() + "."
                            + (row.document().isPresent() ? " Two people at the desk look at your document." : "");
                    case REVIEW -> "A person at the desk looks at your claim, because " + lower(row.reason());
                    case PROVEN -> "You have shown that this licence is yours.";
                    case LAPSED -> "A registry does not show your licence as active any more: " + row.reason();
                    case REFUSED -> "The desk has refused this claim: " + row.reason();
                };
        boolean waits = row.state() == CaseState.LETTER;
        return new LicenceCase(
                key,
                row.state(),
                sentence,
                mayAskForAnother(row),
                waits && row.document().isEmpty() && row.documents() < MOST_DOCUMENTS,
                waits ? row.colleagueCode() : "",
                waits ? vouches.of(row.id()) : 0);
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private String key() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
