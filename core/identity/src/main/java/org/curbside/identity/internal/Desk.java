package org.curbside.identity.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.curbside.api.credential.Credential;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.identity.Letter;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.LicenceDesk;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.identity.Review;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.registry.BulkRegistries;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Cases;
import org.curbside.identity.internal.store.Cases.CaseRow;
import org.curbside.identity.internal.store.Entries;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.Verdict;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The licence desk: registry, letter, credential. */
@Component
public final class Desk implements LicenceDesk, DeskOffice {

    private static final String NPPES = "nppes";
    private static final int CODE_DAYS = 30;
    private static final int ATTEMPTS = 5;
    private static final int KEY_BYTES = 18;

    private final BulkRegistries registries;
    private final Entries entries;
    private final Cases cases;
    private final Issuer issuer;
    private final Specialties specialties;
    private final Clock clock;
    private final SecureRandom random;

    /** As the platform runs it. */
    @Activate
    public Desk(
            @Reference Books books,
            @Reference BulkRegistries registries,
            @Reference Issuer issuer,
            @Reference Specialties specialties) {
        this(books, registries, issuer, specialties, Clock.systemUTC(), new SecureRandom());
    }

    Desk(
            Books books,
            BulkRegistries registries,
            Issuer issuer,
            Specialties specialties,
            Clock clock,
            SecureRandom random) {
        this.registries = registries;
        this.entries = new Entries(books);
        this.cases = new Cases(books);
        this.issuer = issuer;
        this.specialties = specialties;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public LicenceCase claim(NewClaim claim) {
        String given = ClaimRules.name("givenName", claim.givenName());
        String family = ClaimRules.name("familyName", claim.familyName());
        String npi = ClaimRules.npi(claim);
        BulkRegistry registry = registries
                .find(NPPES)
                .orElseThrow(() -> Refusal.conflict(
                        "registry-away", "The registry is being updated. Try again in a few minutes."));
        RegistryEntry entry = entries.find(NPPES, npi)
                .orElseThrow(() -> Refusal.invalid(
                        "npi-not-found",
                        "npi",
                        "This NPI is not in our copy of the registry. Check it, or wait a month."));
        Judgement judgement = registry.judge(entry);
        if (judgement.verdict() == Verdict.INACTIVE) {
            throw Refusal.invalid("not-an-active-physician", "npi", judgement.reason());
        }
        ClaimRules.refuseAnother(given, family, entry);
        return open(given + " " + family, entry, judgement);
    }

    private LicenceCase open(String claimed, RegistryEntry entry, Judgement judgement) {
        boolean clear = judgement.verdict() == Verdict.ACTIVE && entry.address().isPresent();
        String reason = entry.address().isPresent() ? judgement.reason() : "The registry has no postal address.";
        String key = key();
        LocalDate today = today();
        CaseRow row = new CaseRow(
                0,
                Seal.digest(key),
                NPPES,
                entry.number(),
                claimed,
                clear ? CaseState.LETTER : CaseState.REVIEW,
                reason,
                "credential \"" + entry.credential() + "\", taxonomies " + String.join(" ", entry.taxonomies()),
                specialties.of(entry.taxonomies()),
                entry.address().map(PostalAddress::lines).orElse(List.of()),
                0,
                today,
                today.plusDays(CODE_DAYS));
        if (cases.open(row, today).isEmpty()) {
            throw Refusal.conflict(
                    "licence-already-claimed",
                    "This licence has a case already. Come back to it with its key, or wait until its letter expires.");
        }
        return seen(key, row);
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
        if (row.attempts() >= ATTEMPTS) {
            throw Refusal.conflict(
                    "code-tried-too-often", "Too many wrong codes. Make a new claim when this one expires.");
        }
        if (today().isAfter(row.expires())) {
            throw Refusal.conflict("code-expired", "The letter has expired. Make a new claim.");
        }
        if (!issuer.seal().opens(row.id(), code == null ? "" : code)) {
            cases.tried(row.id());
            throw Refusal.invalid(
                    "wrong-code", "code", "This is not the code in the letter. Type its eight letters and digits.");
        }
        cases.move(row.id(), CaseState.LETTER, CaseState.PROVEN, row.reason(), row.expires());
        return find(key);
    }

    @Override
    public String credential(@Nullable String key) {
        CaseRow row = row(key);
        if (row.state() != CaseState.PROVEN) {
            throw Refusal.conflict("not-proven", "Enter the code from the letter first.");
        }
        LocalDate epoch = Credential.epochOf(today());
        return issuer.issue(row.registry(), row.number(), row.specialty(), epoch)
                .toText();
    }

    @Override
    public List<Letter> letters() {
        LocalDate today = today();
        return cases.in(CaseState.LETTER).stream()
                .filter(row -> !row.expires().isBefore(today))
                .map(row -> {
                    List<String> lines = new ArrayList<>(row.address());
                    lines.add(0, row.claimed().toUpperCase(Locale.ROOT));
                    return new Letter(row.id(), lines, issuer.seal().code(row.id()), row.expires());
                })
                .toList();
    }

    @Override
    public List<Review> reviews() {
        return cases.in(CaseState.REVIEW).stream()
                .map(row ->
                        new Review(row.id(), row.claimed(), row.number(), row.evidence(), row.reason(), row.opened()))
                .toList();
    }

    @Override
    public void decide(long number, boolean approve, @Nullable String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.length() < 3 || why.length() > 500) {
            throw Refusal.invalid("reason-missing", "reason", "Give the reason in 3 to 500 characters.");
        }
        CaseState next = approve ? CaseState.LETTER : CaseState.REFUSED;
        if (!cases.move(number, CaseState.REVIEW, next, why, today().plusDays(CODE_DAYS))) {
            throw Refusal.notFound("no-such-review", "No claim with this number waits for a decision.");
        }
    }

    private CaseRow row(@Nullable String key) {
        return cases.find(Seal.digest(key == null ? "" : key.strip()))
                .orElseThrow(() -> Refusal.notFound("no-such-case", "There is no case with this key. Check it."));
    }

    private static LicenceCase seen(String key, CaseRow row) {
        String sentence =
                switch (row.state()) {
                    case LETTER -> "A letter with a code goes to the address on your registry record. Enter the code here by "
                            + row.expires() + ".";
                    case REVIEW -> "A person at the desk looks at your claim, because " + lower(row.reason());
                    case PROVEN -> "You have shown that this licence is yours.";
                    case REFUSED -> "The desk has refused this claim: " + row.reason();
                };
        return new LicenceCase(key, row.state(), sentence);
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
