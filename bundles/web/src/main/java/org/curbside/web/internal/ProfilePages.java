package org.curbside.web.internal;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.curbside.api.content.Calibration;
import org.curbside.api.content.Channels;
import org.curbside.api.content.Comments;
import org.curbside.api.content.Standing;
import org.curbside.api.membership.Access;
import org.curbside.api.membership.Analyst;
import org.curbside.api.membership.Authenticator;
import org.curbside.api.membership.Confirmation;
import org.curbside.api.membership.Entry;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.OpenSession;
import org.curbside.api.membership.OwnPassword;
import org.curbside.api.membership.Passkey;
import org.curbside.api.membership.Passkeys;
import org.curbside.api.membership.SignIn;
import org.curbside.api.membership.Visitor;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** What an account can change of the ways into it, and where its owner shows once more who they are. */
public final class ProfilePages {

    /** What a script fills in when a passkey has signed. */
    public static final List<String> SIGNATURE =
            List.of("id", "clientData", "authenticatorData", "signature", "userHandle");

    /** The refusal that leads to the page where that is shown. */
    static final String CONFIRM_FIRST = "confirm-first";

    private static final String PROFILE = "/profile";
    private static final String[] PASSWORDS = {"currentPassword", "password", "passwordAgain"};

    private final Slice<SignIn> signIn;
    private final Slice<Confirmation> confirmation;
    private final Slice<OwnPassword> password;
    private final Slice<Authenticator> authenticator;
    private final Slice<Passkeys> passkeys;
    private final Slice<Channels> channels;
    private final Slice<Comments> comments;

    ProfilePages(Slices slices) {
        signIn = slices.of(SignIn.class);
        confirmation = slices.of(Confirmation.class);
        password = slices.of(OwnPassword.class);
        authenticator = slices.of(Authenticator.class);
        passkeys = slices.of(Passkeys.class);
        channels = slices.of(Channels.class);
        comments = slices.of(Comments.class);
    }

    List<Route> routes() {
        return List.of(
                Route.form(PROFILE, own(this::profile)),
                Route.form(PROFILE + "/sessions", own(act("session", this::endSessions))),
                Route.form(PROFILE + "/no-password", own(act("no-password", this::removePassword))),
                Route.form(PROFILE + "/passkeys", own(this::addPasskey)),
                Route.form(PROFILE + "/passkeys/([0-9a-f]{16})", own(act("no-passkey", this::removePasskey))),
                Route.form(PROFILE + "/authenticator", own(this::authenticator)),
                Route.form(PROFILE + "/no-authenticator", own(act("no-authenticator", this::stopAuthenticator))),
                Route.form(PROFILE + "/recovery-codes", own(this::recoveryCodes)),
                Route.form("/confirm", own(this::confirm)));
    }

    /** What was typed here is not carried through the sign-in page: it is codes and passwords. */
    private static Route.Page own(Route.Page page) {
        return exchange -> {
            if (exchange.post() && exchange.turnstile().visitor().isEmpty()) {
                exchange.seeOther("/sign-in?next=%2Fprofile");
                return;
            }
            exchange.visitor();
            page.serve(exchange);
        };
    }

    /** A button on the profile; its refusals are said there, but for those that lead elsewhere. */
    private Route.Page act(String done, Act act) {
        return exchange -> {
            if (!exchange.post()) {
                exchange.seeOther(PROFILE);
                return;
            }
            try {
                act.by(exchange, exchange.turnstile().session());
                exchange.seeOther(PROFILE + "?done=" + done);
            } catch (Refusal refusal) {
                again(exchange, refusal, Form.EMPTY, Form.of(exchange, refusal).withoutFields());
            }
        };
    }

    /** What a button does. */
    private interface Act {
        void by(Exchange exchange, String session);
    }

    private void again(Exchange exchange, Refusal refusal, Form form, Form other) throws IOException {
        if (refusal.kind() == Refusal.Kind.FORBIDDEN || refusal.kind() == Refusal.Kind.NOT_FOUND) {
            throw refusal;
        }
        exchange.again("profile.jte", profilePage(exchange, form, other), refusal);
    }

    private void profile(Exchange exchange) throws IOException {
        if (!exchange.post()) {
            exchange.page("profile.jte", profilePage(exchange, Form.EMPTY, Form.EMPTY));
            return;
        }
        try {
            String chosen = AccountPages.typedTwice(exchange);
            String session = exchange.turnstile().session();
            if (exchange.given("currentPassword").isPresent()) {
                confirmByCurrentPassword(exchange, session);
            }
            Entry.In in = password.get().choose(session, chosen);
            exchange.keep(Keepsake.SESSION, in.session());
            exchange.keep(Keepsake.DEVICE, in.device());
            exchange.seeOther(PROFILE + "?done=password");
        } catch (Refusal refusal) {
            again(exchange, refusal, Form.of(exchange, refusal).andSecret(PASSWORDS), Form.EMPTY);
        }
    }

    /** On this page the field is called otherwise. */
    private void confirmByCurrentPassword(Exchange exchange, String session) {
        try {
            confirmation.get().confirm(session, exchange.parameter("currentPassword"), null);
        } catch (Refusal refusal) {
            throw "password".equals(refusal.field())
                    ? Refusal.invalid(refusal.name(), "currentPassword", refusal.sentence())
                    : refusal;
        }
    }

    private void endSessions(Exchange exchange, String session) {
        if (exchange.given("id").isPresent()) {
            signIn.get().end(session, exchange.parameter("id"));
        } else {
            signIn.get().endOthers(session);
        }
    }

    private void removePassword(Exchange exchange, String session) {
        password.get().remove(session);
    }

    private void addPasskey(Exchange exchange) throws IOException {
        if (!exchange.post()) {
            exchange.seeOther(PROFILE + "#passkeys");
            return;
        }
        Passkeys.Made made = new Passkeys.Made(
                exchange.parameter("name"), exchange.parameter("clientData"), exchange.parameter("attestationObject"));
        try {
            passkeys.get().add(exchange.turnstile().session(), made);
            exchange.seeOther(PROFILE + "?done=passkey");
        } catch (Refusal refusal) {
            again(exchange, refusal, Form.EMPTY, Form.of(exchange, refusal, "name"));
        }
    }

    private void removePasskey(Exchange exchange, String session) {
        passkeys.get().remove(session, exchange.textInPath(1));
    }

    /** Shows a secret and asks for its code, which makes the recovery codes that are shown this once. */
    private void authenticator(Exchange exchange) throws IOException {
        String session = exchange.turnstile().session();
        if (!exchange.post()) {
            exchange.page("authenticator.jte", secretPage(exchange, offered(session), Form.EMPTY));
            return;
        }
        if (exchange.given("code").isEmpty()) {
            authenticator.get().offer(session);
            exchange.seeOther(PROFILE + "/authenticator");
            return;
        }
        try {
            codesPage(exchange, authenticator.get().use(session, exchange.parameter("code")));
        } catch (Refusal refusal) {
            if (!"code".equals(refusal.field())) {
                throw refusal;
            }
            Form form = Form.of(exchange, refusal).andSecret("code");
            exchange.again(
                    "authenticator.jte",
                    secretPage(exchange, authenticator.get().offered(session), form),
                    refusal);
        }
    }

    /** Whoever comes here after a confirmation has pressed a button before that offers a secret. */
    private Authenticator.Offer offered(String session) {
        try {
            return authenticator.get().offered(session);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.CONFLICT) {
                return authenticator.get().offer(session);
            }
            throw refusal;
        }
    }

    private static SecretPage secretPage(Exchange exchange, Authenticator.Offer offer, Form form) {
        return new SecretPage(
                exchange.frame("Authenticator app", form),
                offer.secret().replaceAll("(.{4})(?=.)", "$1 "),
                offer.uri(),
                Qr.of(offer.uri()),
                form);
    }

    private void stopAuthenticator(Exchange exchange, String session) {
        authenticator.get().stop(session);
    }

    private void recoveryCodes(Exchange exchange) throws IOException {
        if (!exchange.post()) {
            exchange.seeOther(PROFILE + "#authenticator");
            return;
        }
        codesPage(
                exchange,
                authenticator.get().renewRecoveryCodes(exchange.turnstile().session()));
    }

    private static void codesPage(Exchange exchange, List<String> codes) throws IOException {
        exchange.page("recovery-codes.jte", new CodesPage(exchange.frame("Recovery codes"), codes));
    }

    private void confirm(Exchange exchange) throws IOException {
        if (!exchange.post()) {
            exchange.page("confirmation.jte", confirmPage(exchange, exchange.next(), Unsent.NOTHING, Form.EMPTY));
            return;
        }
        String session = exchange.turnstile().session();
        try {
            if (exchange.given("signature").isPresent()) {
                confirmation.get().confirm(session, AccountPages.signature(exchange));
            } else {
                confirmation.get().confirm(session, exchange.parameter("password"), exchange.parameter("code"));
            }
            goOn(exchange, Unsent.brought(exchange));
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal).andSecret("password", "code");
            ConfirmPage page = confirmPage(exchange, exchange.next(), Unsent.brought(exchange), form);
            exchange.again("confirmation.jte", page, refusal);
        }
    }

    /** What was about to be done is not done unasked: a confirmation is no decision. */
    private static void goOn(Exchange exchange, Unsent unsent) throws IOException {
        if (unsent.isThere()) {
            exchange.page("unsent.jte", new AccountPages.UnsentPage(exchange.frame("It is you"), unsent));
        } else {
            exchange.seeOther(exchange.next().isEmpty() ? PROFILE : exchange.next());
        }
    }

    /** For whoever has to confirm first; a form that they sent goes along, but for codes and passwords, which the profile's are. */
    void requireConfirmation(Exchange exchange, Refusal refusal) throws IOException {
        Unsent unsent = Unsent.sent(exchange);
        if (unsent.isThere() && !unsent.address().startsWith(PROFILE)) {
            exchange.again("confirmation.jte", confirmPage(exchange, unsent.address(), unsent, Form.EMPTY), refusal);
        } else {
            exchange.seeOther("/confirm?next=" + URLEncoder.encode(exchange.address(), StandardCharsets.UTF_8));
        }
    }

    private ConfirmPage confirmPage(Exchange exchange, String next, Unsent unsent, Form form) {
        String session = exchange.turnstile().session();
        return new ConfirmPage(
                exchange.frame("Is it you?", form),
                next,
                unsent,
                confirmation.get().access(session),
                !passkeys.get().of(session).isEmpty(),
                form);
    }

    private Profile profilePage(Exchange exchange, Form form, Form other) {
        Visitor visitor = exchange.visitor();
        String session = exchange.turnstile().session();
        return new Profile(
                exchange.frame("Profile", form.refused() ? form : other),
                new Owner(
                        visitor instanceof Member member ? channels.get().name(member.specialty()) : "",
                        visitor instanceof Member member && member.moderator(),
                        visitor instanceof Analyst analyst ? analyst.client() : "",
                        visitor instanceof Member member ? comments.get().calibration(member) : null,
                        visitor instanceof Member member ? comments.get().standing(member) : null),
                confirmation.get().access(session),
                signIn.get().sessions(session),
                passkeys.get().of(session),
                exchange.parameter("done"),
                form,
                other);
    }

    /**
     * Whose account it is.
     *
     * @param specialty of a member, else empty
     * @param client whose analyst it is, else empty
     * @param calibration of a member's ratings, else null
     * @param standing of a member's advice, else null
     */
    public record Owner(
            String specialty,
            boolean moderator,
            String client,
            @Nullable Calibration calibration,
            @Nullable Standing standing) {}

    /**
     * An account as the platform knows it, and the ways into it.
     *
     * @param done what was done just now, or an empty string
     * @param form the one that changes the password
     * @param other what was not taken of anything else
     */
    public record Profile(
            Frame frame,
            Owner owner,
            Access access,
            List<OpenSession> sessions,
            List<Passkey> passkeys,
            String done,
            Form form,
            Form other) {

        /** What was done, in a sentence, or an empty string. */
        public String sentence() {
            return switch (done) {
                case "password" -> "Your password is changed. Everybody else who was signed in with the old one no longer is.";
                case "no-password" -> "Your password is removed. From now on you sign in with a passkey.";
                case "session" -> "Ended. Whoever was signed in there no longer is.";
                case "passkey" -> "Your passkey is added. Sign in with it the next time.";
                case "no-passkey" -> "The passkey is removed. Delete it in your browser or on your device too.";
                case "no-authenticator" -> "No code is asked for any longer.";
                default -> "";
            };
        }

        /** Whether there are sessions beside this one. */
        public boolean elsewhere() {
            return sessions.size() > 1;
        }

        /** Whether the password may go. */
        public boolean canDoWithout() {
            return frame.member() && access.password() && !passkeys.isEmpty();
        }
    }

    /** A secret that is offered, as text in groups and as a picture. */
    public record SecretPage(Frame frame, String secret, String uri, Qr picture, Form form) {}

    /** Recovery codes, shown this once. */
    public record CodesPage(Frame frame, List<String> codes) {}

    /**
     * Where somebody shows who they are.
     *
     * @param next where to go then
     * @param unsent what was about to be sent there
     * @param passkey whether the account has one
     */
    public record ConfirmPage(Frame frame, String next, Unsent unsent, Access access, boolean passkey, Form form) {}
}
