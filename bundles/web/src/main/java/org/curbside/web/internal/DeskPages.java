package org.curbside.web.internal;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.LicenceDesk;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.identity.ProofChoice;
import org.curbside.api.picture.Picture;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.curbside.spi.verification.Claim;

/** The licence desk: a physician's claim. Knows nobody's pseudonym. */
public final class DeskPages {

    private final Slice<LicenceDesk> desk;
    private final Redemption redemption;
    private final String community;

    /**
     * Over the slices.
     *
     * @param redemption when credentials are used
     * @param community where the community is, or empty if it is here
     */
    DeskPages(Slices slices, Redemption redemption, String community) {
        this.redemption = redemption;
        this.community = community;
        desk = slices.of(LicenceDesk.class);
    }

    List<Route> routes() {
        return List.of(
                Route.form("/verify", withoutPseudonym(this::claim)),
                Route.form("/verify/case", withoutPseudonym(this::licenceCase)),
                Route.form("/verify/document", withoutPseudonym(this::document)),
                Route.form("/verify/way/([a-z][a-z0-9-]{0,39})", withoutPseudonym(this::begin)),
                Route.shown("/verify/proof/([a-z][a-z0-9-]{0,39})", withoutPseudonym(this::finish)));
    }

    /** The desk must not see a pseudonym; whoever has one on them leaves it at the door. */
    private static Route.Page withoutPseudonym(Route.Page page) {
        return exchange -> {
            if (exchange.frame("").signedIn()) {
                exchange.notice(
                        409, "Sign out first", "The licence desk knows names, and must not learn your pseudonym.");
            } else {
                page.serve(exchange);
            }
        };
    }

    private void claim(Exchange exchange) throws IOException {
        if (!exchange.post()) {
            exchange.page("verify.jte", claimPage(exchange, Form.EMPTY));
            return;
        }
        try {
            LicenceCase filed = desk.get()
                    .claim(new NewClaim(
                            exchange.parameter("givenName"),
                            exchange.parameter("familyName"),
                            exchange.parameter("npi"),
                            null,
                            null,
                            exchange.parameter("country")));
            exchange.keep(Keepsake.CASE, filed.key());
            exchange.seeOther("/verify/case");
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "givenName", "familyName", "country", "npi");
            exchange.again("verify.jte", claimPage(exchange, form), refusal);
        }
    }

    private ClaimPage claimPage(Exchange exchange, Form form) {
        return new ClaimPage(
                exchange.frame("Verify your licence", form), desk.get().countries(), form);
    }

    /** Comes back with the key that was written down, or with the one from the cookie. */
    private void licenceCase(Exchange exchange) throws IOException {
        String key =
                exchange.given("key").or(() -> exchange.kept(Keepsake.CASE)).orElse("");
        try {
            if (!exchange.post()) {
                exchange.page("case.jte", casePage(exchange, key, Form.EMPTY));
                return;
            }
            exchange.keep(Keepsake.CASE, desk.get().find(key).key());
            if (exchange.given("vouch").isPresent()) {
                desk.get().vouch(key, exchange.parameter("colleagueCode"), exchange.parameter("colleagueName"));
                exchange.seeOther("/verify/case?done=vouched");
                return;
            }
            if (exchange.given("recheck").isPresent()) {
                desk.get().recheck(key);
            } else if (exchange.given("letter").isPresent()) {
                desk.get().anotherLetter(key);
            } else if (exchange.given("code").isPresent()) {
                desk.get().prove(key, exchange.parameter("code"));
            }
            exchange.seeOther("/verify/case");
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                withoutCase(exchange, refusal);
            } else {
                Form form = Form.of(exchange, refusal, "code", "vouch", "colleagueCode", "colleagueName");
                exchange.again("case.jte", casePage(exchange, key, form), refusal);
            }
        }
    }

    /** The picture is read into memory at once; what the server put aside of it goes with that. */
    private void document(Exchange exchange) throws IOException {
        String key = exchange.kept(Keepsake.CASE).orElse("");
        if (!exchange.post()) {
            exchange.seeOther("/verify/case");
            return;
        }
        try {
            Part sent = exchange.file("document");
            byte[] image;
            try (InputStream in = sent.getInputStream()) {
                image = in.readNBytes(Picture.MOST_BYTES + 1);
            } finally {
                sent.delete();
            }
            desk.get().document(key, image);
            exchange.seeOther("/verify/case");
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                withoutCase(exchange, refusal);
            } else {
                Form form = Form.of(exchange, refusal).andSecret("document");
                exchange.again("case.jte", casePage(exchange, key, form), refusal);
            }
        }
    }

    /** Begins another way to show possession; where that is elsewhere, the claimant goes there by a link, knowingly. */
    private void begin(Exchange exchange) throws IOException {
        String key = exchange.kept(Keepsake.CASE).orElse("");
        String way = exchange.textInPath(1);
        if (!exchange.post()) {
            exchange.seeOther("/verify/case");
            return;
        }
        try {
            LicenceCase before = desk.get().find(key);
            Optional<URI> elsewhere = desk.get().begin(key, way, exchange.parameter("typed"));
            if (elsewhere.isPresent()) {
                exchange.page(
                        "elsewhere.jte",
                        new ElsewherePage(exchange.frame("Go on elsewhere"), title(before, way), elsewhere.get()));
            } else {
                exchange.seeOther("/verify/case");
            }
        } catch (Refusal refusal) {
            wayRefused(exchange, key, way, refusal);
        }
    }

    private static String title(LicenceCase licenceCase, String way) {
        return licenceCase.ways().stream()
                .filter(choice -> choice.id().equals(way))
                .map(ProofChoice::title)
                .findFirst()
                .orElse(way);
    }

    /** Whoever comes back from elsewhere. */
    private void finish(Exchange exchange) throws IOException {
        String key = exchange.kept(Keepsake.CASE).orElse("");
        String way = exchange.textInPath(1);
        try {
            Map<String, String> answer = new HashMap<>();
            exchange.fields("").forEach((name, values) -> answer.put(name, values.get(0)));
            desk.get().finish(key, way, answer);
            exchange.seeOther("/verify/case");
        } catch (Refusal refusal) {
            wayRefused(exchange, key, way, refusal);
        }
    }

    private void wayRefused(Exchange exchange, String key, String way, Refusal refusal) throws IOException {
        if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
            withoutCase(exchange, refusal);
        } else {
            Form form = Form.of(exchange, refusal, "typed").with("way", way);
            exchange.again("case.jte", casePage(exchange, key, form), refusal);
        }
    }

    /** Asks for the key; a code that came without one is kept until it has one. */
    private static void withoutCase(Exchange exchange, Refusal refusal) throws IOException {
        if (!exchange.post()) {
            exchange.page("case-key.jte", caseKeyPage(exchange, Form.EMPTY));
            return;
        }
        String sentence = exchange.given("key").isPresent()
                ? refusal.sentence()
                : "Enter your case key too; this browser has it no longer.";
        Refusal atKey = Refusal.invalid(refusal.name(), "key", sentence);
        exchange.again("case-key.jte", caseKeyPage(exchange, Form.of(exchange, atKey, "key", "code")), atKey);
    }

    private static ClaimPage caseKeyPage(Exchange exchange, Form form) {
        return new ClaimPage(exchange.frame("Come back to your case", form), List.of(), form);
    }

    private CasePage casePage(Exchange exchange, String key, Form form) {
        LicenceCase found = desk.get().find(key);
        boolean vouched = exchange.parameter("done").equals("vouched");
        return new CasePage(exchange.frame("Your verification", form), found, redemption, community, vouched, form);
    }

    /**
     * The form for a claim.
     *
     * @param countries that can be claimed in, two letters each
     */
    public record ClaimPage(Frame frame, List<String> countries, Form form) {

        /** What a country is called. */
        public static String name(String country) {
            return new Locale("", country).getDisplayCountry(Locale.ENGLISH);
        }

        /** The one that was chosen, or is the likeliest. */
        public String country() {
            String chosen = form.value("country");
            return chosen.isEmpty() ? Claim.DEFAULT_COUNTRY : chosen;
        }
    }

    /**
     * Where a claimant goes to show possession.
     *
     * @param title of the way
     */
    public record ElsewherePage(Frame frame, String title, URI address) {}

    /**
     * How far a claim has come.
     *
     * @param redemption when the credential is used
     * @param community where the credential is used, or empty if that is here
     * @param vouched whether the claimant has just vouched for a colleague
     */
    public record CasePage(
            Frame frame, LicenceCase licenceCase, Redemption redemption, String community, boolean vouched, Form form) {

        /** What was filled in to vouch for a colleague, if it was not taken. */
        public Form vouching() {
            return form.value("vouch").isEmpty() ? Form.EMPTY : form;
        }

        /** The form for a document, if it was not taken. */
        public Form documenting() {
            return form.field().equals("document") ? form : Form.EMPTY;
        }

        /** What was filled in for anything else, if it was not taken. */
        public Form proving() {
            boolean other = !form.value("vouch").isEmpty()
                    || !form.value("way").isEmpty()
                    || form.field().equals("document");
            return other ? Form.EMPTY : form;
        }

        /** The form of one of the other ways; its fields have names of their own on the page. */
        public Form choosing(ProofChoice way) {
            return (form.value("way").equals(way.id()) ? form : Form.EMPTY).marked("-" + way.id());
        }

        /** Why a way was refused that cannot be chosen any more. */
        public Form gone() {
            String way = form.value("way");
            boolean shown =
                    licenceCase.ways().stream().anyMatch(choice -> choice.id().equals(way));
            return way.isEmpty() || shown ? Form.EMPTY : form;
        }

        /** How many colleagues have vouched; two are not enough where the licence was shown before in another case. */
        public String vouchers() {
            return switch (licenceCase.vouched()) {
                case 0 -> "Nobody has vouched for you yet.";
                case 1 -> "One has vouched for you.";
                default -> "Two have vouched for you, but this licence was shown before in another case. Show it by a letter or"
                        + " a call as well.";
            };
        }

        /** Whether the licence was shown to be the claimant's. */
        public boolean shown() {
            return licenceCase.state() == CaseState.PROVEN || licenceCase.state() == CaseState.LAPSED;
        }
    }
}
