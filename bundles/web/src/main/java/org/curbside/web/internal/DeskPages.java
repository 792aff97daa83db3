package org.curbside.web.internal;

import java.io.IOException;
import java.util.List;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.identity.Letter;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.LicenceDesk;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.identity.Review;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** The licence desk: a physician's claim, and the operator's side of it. Knows nobody's pseudonym. */
public final class DeskPages {

    private final Slice<LicenceDesk> desk;
    private final Slice<DeskOffice> office;
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
        office = slices.of(DeskOffice.class);
    }

    List<Route> routes() {
        return List.of(
                Route.form("/verify", withoutPseudonym(this::claim)),
                Route.form("/verify/case", withoutPseudonym(this::licenceCase)),
                Route.form("/office", this::office));
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
                            exchange.parameter("npi")));
            exchange.keep(Keepsake.CASE, filed.key());
            exchange.seeOther("/verify/case");
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "givenName", "familyName", "npi");
            exchange.again("verify.jte", claimPage(exchange, form), refusal);
        }
    }

    private static ClaimPage claimPage(Exchange exchange, Form form) {
        return new ClaimPage(exchange.frame("Verify your licence", form), form);
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
            if (exchange.given("code").isPresent()) {
                desk.get().prove(key, exchange.parameter("code"));
            }
            exchange.seeOther("/verify/case");
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                withoutCase(exchange, refusal);
            } else {
                exchange.again("case.jte", casePage(exchange, key, Form.of(exchange, refusal, "code")), refusal);
            }
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
        return new ClaimPage(exchange.frame("Come back to your case", form), form);
    }

    private CasePage casePage(Exchange exchange, String key, Form form) {
        LicenceCase found = desk.get().find(key);
        return new CasePage(exchange.frame("Your verification", form), found, redemption, community, form);
    }

    private void office(Exchange exchange) throws IOException {
        exchange.requireOperator();
        if (!exchange.post()) {
            exchange.page("office.jte", officePage(exchange, Form.EMPTY));
            return;
        }
        try {
            boolean approved = approved(exchange.parameter("decision"));
            office.get().decide(exchange.number("number", 0), approved, exchange.parameter("reason"));
            exchange.seeOther("/office");
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "number", "decision", "reason");
            exchange.again("office.jte", officePage(exchange, form), refusal);
        }
    }

    /** Neither is a decision that nobody has made. */
    private static boolean approved(String decision) {
        return switch (decision) {
            case "approve" -> true;
            case "refuse" -> false;
            default -> throw Refusal.invalid("decision-missing", "decision", "Choose whether to approve or to refuse.");
        };
    }

    private OfficePage officePage(Exchange exchange, Form form) {
        return new OfficePage(
                exchange.frame("Verifications", form),
                office.get().letters(),
                office.get().reviews(),
                form);
    }

    /** The form for a claim. */
    public record ClaimPage(Frame frame, Form form) {}

    /**
     * How far a claim has come.
     *
     * @param redemption when the credential is used
     * @param community where the credential is used, or empty if that is here
     */
    public record CasePage(Frame frame, LicenceCase licenceCase, Redemption redemption, String community, Form form) {}

    /** What waits for the operator. */
    public record OfficePage(Frame frame, List<Letter> letters, List<Review> reviews, Form form) {

        /** What can be decided. */
        public static final List<Choice> DECISIONS = List.of(
                new Choice("approve", "Approve: a letter is made", null),
                new Choice("refuse", "Refuse: the claimant reads the reason", null));

        /** What was filled in for that claim, if it was not taken. */
        public Form formOf(Review review) {
            Form own = form.value("number").equals("" + review.number()) ? form : Form.EMPTY;
            return own.marked("-" + review.number());
        }

        /** What was filled in for a claim that waits no longer. */
        public Form formOfNone() {
            return reviews.stream().anyMatch(review -> formOf(review).refused()) ? Form.EMPTY : form.withoutFields();
        }
    }
}
