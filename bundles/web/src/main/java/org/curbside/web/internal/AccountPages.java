package org.curbside.web.internal;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.curbside.api.membership.Accounts;
import org.curbside.api.membership.Analyst;
import org.curbside.api.membership.Dormant;
import org.curbside.api.membership.Entry;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.PasskeySignature;
import org.curbside.api.membership.SignIn;
import org.curbside.api.membership.Visitor;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** Signing in and out, and choosing a pseudonym. */
public final class AccountPages {

    private static final String[] PASSWORDS = {"password", "passwordAgain"};

    private final Slice<SignIn> signIn;
    private final Slice<Accounts> accounts;

    AccountPages(Slices slices) {
        signIn = slices.of(SignIn.class);
        accounts = slices.of(Accounts.class);
    }

    List<Route> routes() {
        return List.of(
                Route.form("/sign-in", this::signIn),
                Route.form("/sign-out", this::signOut),
                Route.form("/join", this::join));
    }

    private void signIn(Exchange exchange) throws IOException {
        if (!exchange.post()) {
            exchange.page("sign-in.jte", signInPage(exchange, Form.EMPTY));
            return;
        }
        try {
            Entry entry = entry(exchange);
            if (entry instanceof Entry.CodeNeeded needed) {
                exchange.page("second-step.jte", codePage(exchange, needed.ticket(), Form.EMPTY));
            } else {
                Entry.In in = (Entry.In) entry;
                keep(exchange, in);
                goOn(exchange, Optional.of(in.visitor()));
            }
        } catch (Refusal refusal) {
            if ("code".equals(refusal.field())) {
                Form form = Form.of(exchange, refusal).andSecret("code");
                exchange.again("second-step.jte", codePage(exchange, exchange.parameter("ticket"), form), refusal);
            } else {
                exchange.again("sign-in.jte", signInPage(exchange, Form.of(exchange, refusal, "name")), refusal);
            }
        }
    }

    /** By a passkey, by the code that was missing, or by name and password. */
    private Entry entry(Exchange exchange) {
        String device = exchange.kept(Keepsake.DEVICE).orElse(null);
        if (exchange.given("signature").isPresent()) {
            return signIn.get().signIn(signature(exchange), device);
        }
        return exchange.given("ticket").isPresent()
                ? signIn.get().enter(exchange.parameter("ticket"), exchange.parameter("code"), device)
                : signIn.get().signIn(exchange.parameter("name"), exchange.parameter("password"), device);
    }

    /** What a script of ours has filled in. */
    static PasskeySignature signature(Exchange exchange) {
        return new PasskeySignature(
                exchange.parameter("id"),
                exchange.parameter("clientData"),
                exchange.parameter("authenticatorData"),
                exchange.parameter("signature"),
                exchange.parameter("userHandle"));
    }

    /** Whoever has signed in stays so in this browser. */
    static void keep(Exchange exchange, Entry.In in) {
        exchange.keep(Keepsake.SESSION, in.session());
        exchange.forget(Keepsake.CASE);
        exchange.keep(Keepsake.DEVICE, in.device());
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

    private static CodePage codePage(Exchange exchange, String ticket, Form form) {
        return new CodePage(exchange.frame("Your code", form), exchange.next(), Unsent.brought(exchange), ticket, form);
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
            if (signIn.get().signIn(name, password, null) instanceof Entry.In in) {
                keep(exchange, in);
            }
            exchange.seeOther("/");
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "credential", "pseudonym").andSecret(PASSWORDS);
            exchange.again("join.jte", joinPage(exchange, form), refusal);
        }
    }

    /** Nobody can reset a password, so a slip must not become one. Both come back empty, so the first is led to. */
    static String typedTwice(Exchange exchange) {
        String password = exchange.parameter("password");
        if (!password.equals(exchange.parameter("passwordAgain"))) {
            throw Refusal.invalid("passwords-differ", "password", "Type the same password twice; these two differ.");
        }
        return password;
    }

    private static JoinPage joinPage(Exchange exchange, Form form) {
        return new JoinPage(exchange.frame("Choose a pseudonym", form), form);
    }

    /** The sign-in form; {@code next} is where to go then, or empty. */
    public record SignInPage(Frame frame, String next, Unsent unsent, Form form) {}

    /** A form that can be sent now. */
    public record UnsentPage(Frame frame, Unsent unsent) {}

    /** The form for the code that is asked for after the password, which the ticket stands for. */
    public record CodePage(Frame frame, String next, Unsent unsent, String ticket, Form form) {}

    /** The form that makes a member. */
    public record JoinPage(Frame frame, Form form) {}
}
