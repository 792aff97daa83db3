package org.curbside.identity.internal;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final int KEY_BYTES = 18;
    private static final int MOST_VOUCHES = 3;

    private final Registries registries;
    private final Cases cases;
    private final Vouches vouches;
    private final Possession possession;
    private final OtherWays otherWays;
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
            @Reference Specialties specialties,
            @Reference PossessionProofs proofs) {
        this(books, registries, recheck, issuer, specialties, proofs, Clock.systemUTC(), new SecureRandom());
    }

    Desk(
            Books books,
            Registries registries,
            Recheck recheck,
            Issuer issuer,
            Specialties specialties,
            PossessionProofs proofs,
            Clock clock,
            SecureRandom random) {
        this.registries = registries;
        this.cases = new Cases(books);
        this.vouches = new Vouches(books, issuer.seal()::evidence);
        this.recheck = recheck;
        this.issuer = issuer;
        this.specialties = specialties;
        this.clock = clock;
        this.random = random;
        this.otherWays = new OtherWays(books, proofs, issuer.seal(), this::today);
        this.possession = new Possession(books, registries, otherWays, issuer.seal(), random, this::today);
    }

    @Override
    public List<String> countries() {
        return registries.countries();
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
        cases.open(row, standing.words(), today());
        return find(key);
    }

    private CaseRow row(String key, Claim claim, Standing standing) {
        List<String> address =
                standing.entry().address().map(PostalAddress::lines).orElse(List.of());
        String specialty = specialties.of(standing.entry().taxonomies());
        String doubt = doubt(standing, specialty);
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
                today().plusDays(Possession.CODE_DAYS),
                today(),
                Optional.empty(),
                0,
                0,
                issuer.seal().colleagueCode(digest),
                Optional.empty(),
                0,
                standing.entry().telephone(),
                "");
    }

    /** Why a person has to look, or empty. */
    private static String doubt(Standing standing, String specialty) {
        if (standing.verdict() != Verdict.ACTIVE) {
            return standing.judgement().reason();
        }
        return specialty.isEmpty() ? "The registry names no specialty." : "";
    }

    @Override
    public LicenceCase find(@Nullable String key) {
        return seen("" + key, row(key));
    }

    @Override
    public LicenceCase prove(@Nullable String key, @Nullable String code) {
        possession.prove(row(key), code == null ? "" : code);
        return find(key);
    }

    @Override
    public LicenceCase anotherLetter(@Nullable String key) {
        possession.anotherLetter(row(key));
        return find(key);
    }

    @Override
    public LicenceCase document(@Nullable String key, byte[] image) {
        possession.document(row(key), image);
        return find(key);
    }

    @Override
    public Optional<URI> begin(@Nullable String key, @Nullable String way, @Nullable String typed) {
        return otherWays.begin(row(key), way == null ? "" : way, typed == null ? "" : typed);
    }

    @Override
    public LicenceCase finish(@Nullable String key, @Nullable String way, Map<String, String> answer) {
        otherWays.finish(row(key), way == null ? "" : way, answer);
        return find(key);
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
                    case LETTER -> (row.address().isEmpty()
                                    ? "Your registry record has no address for a letter. Choose below how to show that the"
                                            + " licence is yours, by " + row.expires() + "."
                                    : "A letter with a code goes to the address on your registry record. Enter the code here"
                                            + " by " + row.expires() + ".")
                            + (row.document().isPresent() ? " Two people at the desk look at your document." : "")
                            + otherWays.sentences(row);
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
                possession.mayAskForAnother(row),
                Possession.maySendDocument(row),
                waits ? row.colleagueCode() : "",
                waits ? vouches.of(row.id()) : 0,
                otherWays.choices(row));
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
