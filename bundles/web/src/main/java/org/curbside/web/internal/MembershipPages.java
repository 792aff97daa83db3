package org.curbside.web.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.curbside.api.credential.Credential;
import org.curbside.api.membership.Accounts;
import org.curbside.api.membership.Dormant;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Recovery;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** Staying a member, and becoming one again. */
public final class MembershipPages {

    private final Slice<Accounts> accounts;
    private final Slice<Recovery> recovery;

    MembershipPages(Slices slices) {
        accounts = slices.of(Accounts.class);
        recovery = slices.of(Recovery.class);
    }

    List<Route> routes() {
        return List.of(Route.form("/renew", this::renew), Route.form("/recover", this::recover));
    }

    private void renew(Exchange exchange) throws IOException {
        if (!exchange.post()) {
            exchange.page("renew.jte", renewPage(exchange, Form.EMPTY));
            return;
        }
        try {
            Member member = accounts.get().renew(exchange.parameter("credential"));
            exchange.forget(Keepsake.CASE);
            exchange.page("renewed.jte", new Renewed(exchange.frame("Renewed"), member.name()));
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "credential");
            exchange.again("renew.jte", renewPage(exchange, form), refusal);
        }
    }

    private static RenewPage renewPage(Exchange exchange, Form form) {
        LocalDate since = exchange.turnstile()
                .visitor()
                .filter(Dormant.class::isInstance)
                .map(dormant -> ((Dormant) dormant).since())
                .orElse(null);
        return new RenewPage(exchange.frame("Renew your pseudonym", form), since, Credential.EPOCH_DAYS, form);
    }

    /** The words stay in the browser, which sends what it has signed with their key. */
    private void recover(Exchange exchange) throws IOException {
        if (!exchange.post()) {
            exchange.page("recover.jte", recoverPage(exchange, Form.EMPTY));
            return;
        }
        try {
            String password = AccountPages.typedTwice(exchange);
            AccountPages.keep(
                    exchange,
                    recovery.get().recover(exchange.parameter("memberKey"), exchange.parameter("signature"), password));
            exchange.seeOther("/");
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal).andSecret("password", "passwordAgain");
            exchange.again("recover.jte", recoverPage(exchange, form), refusal);
        }
    }

    private static RecoverPage recoverPage(Exchange exchange, Form form) {
        return new RecoverPage(exchange.frame("Recovery words", form), form);
    }

    /**
     * The form that keeps a member for another epoch.
     *
     * @param dormantSince the last day on which whoever is signed in was a member, or null
     */
    public record RenewPage(Frame frame, @Nullable LocalDate dormantSince, int epochDays, Form form) {}

    /** The form for whoever has the recovery words. */
    public record RecoverPage(Frame frame, Form form) {}

    /**
     * A member was kept.
     *
     * @param name the pseudonym
     */
    public record Renewed(Frame frame, String name) {}
}
