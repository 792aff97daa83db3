package org.curbside.web.internal;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.curbside.api.content.Channels;
import org.curbside.api.membership.Accounts;
import org.curbside.api.membership.Analyst;
import org.curbside.api.membership.Dormant;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.SignIn;
import org.curbside.api.membership.Visitor;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** Signing in and out, choosing a pseudonym, and what an account can change of itself. */
public final class AccountPages {

    private static final String[] PASSWORDS = {"currentPassword", "password", "passwordAgain"};

    private final Slice<SignIn> signIn;
    private final Slice<Accounts> accounts;
    private final Slice<Channels> channels;

    AccountPages(Slices slices) {
        signIn = slices.of(SignIn.class);
        accounts = slices.of(Accounts.class);
        channels = slices.of(Channels.class);
    }

    List<Route> routes() {
        return List.of(
                Route.form("/sign-in", this::signIn),
                Route.form("/sign-out", this::signOut),
                Route.form("/join", this::join),
                Route.form("/profile", this::profile));
    }

    private void signIn(Exchange exchange) throws IOException {
        if (!exchange.post()) {
            exchange.page("sign-in.jte", signInPage(exchange, Form.EMPTY));
            return;
        }
        try {
            String session = signIn.get().signIn(exchange.parameter("name"), exchange.parameter("password"));
            exchange.keep(Keepsake.SESSION, session);
            exchange.forget(Keepsake.CASE);
            goOn(exchange, signIn.get().visitor(session));
        } catch (Refusal refusal) {
            exchange.again("sign-in.jte", signInPage(exchange, Form.of(exchange, refusal, "name")), refusal);
        }
    }

    /** To where they were going, with what they wrote; else to where their kind begins. */
    private static void goOn(Exchange exchange, Optional<Visitor> visitor) throws IOException {
        Unsent unsent = Unsent.brought(exchange);
        if (visitor.isPresent() && unsent.isThere()) {
            Frame frame = exchange.frame("You are signed in again", visitor.get());
            exchange.page("unsent.jte", new UnsentPage(frame, unsent));
        } else if (exchange.next().isEmpty()) {
            exchange.seeOther(visitor.map(AccountPages::home).orElse("/"));
        } else {
            exchange.seeOther(exchange.next());
        }
    }

    /** For whoever has to sign in first; a form that they sent goes along. */
    static void require(Exchange exchange, Refusal refusal) throws IOException {
        Unsent unsent = Unsent.sent(exchange);
        if (unsent.isThere()) {
            Frame frame = exchange.frame("Sign in");
            exchange.again("sign-in.jte", new SignInPage(frame, unsent.address(), unsent, Form.EMPTY), refusal);
        } else {
            exchange.seeOther("/sign-in?next=" + URLEncoder.encode(exchange.address(), StandardCharsets.UTF_8));
        }
    }

    private static SignInPage signInPage(Exchange exchange, Form form) {
        return new SignInPage(exchange.frame("Sign in", form), exchange.next(), Unsent.brought(exchange), form);
    }

    private static String home(Visitor visitor) {
        if (visitor instanceof Member || visitor instanceof Dormant) {
            return "/";
        }
        return visitor instanceof Analyst ? "/client" : "/office";
    }

    private void signOut(Exchange exchange) {
        if (exchange.post()) {
            exchange.kept(Keepsake.SESSION).ifPresent(session -> signIn.get().signOut(session));
            exchange.forget(Keepsake.SESSION);
        }
        exchange.seeOther("/");
    }

    private void join(Exchange exchange) throws IOException {
        if (!exchange.post()) {
            exchange.page("join.jte", joinPage(exchange, Form.EMPTY));
            return;
        }
        try {
            String name = exchange.parameter("pseudonym");
            String password = typedTwice(exchange);
            accounts.get().join(exchange.parameter("credential"), name, password);
            exchange.keep(Keepsake.SESSION, signIn.get().signIn(name, password));
            exchange.forget(Keepsake.CASE);
            exchange.seeOther("/");
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "credential", "pseudonym").andSecret(PASSWORDS);
            exchange.again("join.jte", joinPage(exchange, form), refusal);
        }
    }

    /** Nobody can reset a password, so a slip must not become one. Both come back empty, so the first is led to. */
    private static String typedTwice(Exchange exchange) {
        String password = exchange.parameter("password");
        if (!password.equals(exchange.parameter("passwordAgain"))) {
            throw Refusal.invalid("passwords-differ", "password", "Type the same password twice; these two differ.");
        }
        return password;
    }

    private void profile(Exchange exchange) throws IOException {
        Visitor visitor = exchange.visitor();
        if (!exchange.post()) {
            exchange.page("profile.jte", profilePage(exchange, visitor, Form.EMPTY));
            return;
        }
        try {
            String chosen = typedTwice(exchange);
            String current = exchange.parameter("currentPassword");
            exchange.keep(Keepsake.SESSION, signIn.get().changePassword(visitor, current, chosen));
            exchange.seeOther("/profile?done=password");
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal).andSecret(PASSWORDS);
            exchange.again("profile.jte", profilePage(exchange, visitor, form), refusal);
        }
    }

    private Profile profilePage(Exchange exchange, Visitor visitor, Form form) {
        String specialty = visitor instanceof Member member ? channels.get().name(member.specialty()) : "";
        String client = visitor instanceof Analyst analyst ? analyst.client() : "";
        boolean changed = exchange.parameter("done").equals("password");
        return new Profile(exchange.frame("Profile", form), specialty, client, changed, form);
    }

    private static JoinPage joinPage(Exchange exchange, Form form) {
        return new JoinPage(exchange.frame("Choose a pseudonym", form), form);
    }

    /** The sign-in form; {@code next} is where to go then, or empty. */
    public record SignInPage(Frame frame, String next, Unsent unsent, Form form) {}

    /** A form that can be sent now. */
    public record UnsentPage(Frame frame, Unsent unsent) {}

    /**
     * An account as the platform knows it.
     *
     * @param specialty of a member, else empty
     * @param client whose analyst it is, else empty
     * @param changed whether its password has just been changed
     */
    public record Profile(Frame frame, String specialty, String client, boolean changed, Form form) {}

    /** The form that makes a member. */
    public record JoinPage(Frame frame, Form form) {}
}
