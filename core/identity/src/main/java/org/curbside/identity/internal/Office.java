package org.curbside.identity.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.curbside.api.guard.Dependents;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.identity.Letter;
import org.curbside.api.identity.Review;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.CaseRow;
import org.curbside.identity.internal.store.Cases;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Letters, reviews and decisions; and how many claims rest on a registry. */
@Component
public final class Office implements DeskOffice, Dependents {

    private final Cases cases;
    private final Issuer issuer;
    private final Clock clock;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public Office(@Reference Books books, @Reference Issuer issuer) {
        this(books, issuer, Clock.systemUTC());
    }

    Office(Books books, Issuer issuer, Clock clock) {
        this.cases = new Cases(books);
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public List<Letter> letters() {
        LocalDate today = today();
        return cases.in(CaseState.LETTER).stream()
                .filter(row -> !row.expires().isBefore(today))
                .map(this::letter)
                .toList();
    }

    @Override
    public List<Review> reviews() {
        return cases.in(CaseState.REVIEW).stream()
                .map(row -> new Review(
                        row.id(), row.claimed(), row.claim().npi(), row.evidence(), row.reason(), row.opened()))
                .toList();
    }

    @Override
    public Optional<String> on(String extensionPoint, String id) {
        long claims = extensionPoint.startsWith("verification.") ? cases.live(id) : 0;
        return claims == 0 ? Optional.empty() : Optional.of(claims + (claims == 1 ? " claim" : " claims"));
    }

    @Override
    public void decide(long number, boolean approve, @Nullable String reason) {
        String why = ClaimRules.reason(reason);
        boolean decided = approve
                ? cases.approve(number, why, today().plusDays(Desk.CODE_DAYS))
                : cases.refuse(number, CaseState.REVIEW, why);
        if (!decided) {
            throw Refusal.notFound("no-such-review", "No claim with this number waits for a decision.");
        }
    }

    @Override
    public void close(long number, @Nullable String reason) {
        String why = ClaimRules.reason(reason);
        boolean closed = cases.find(number)
                .filter(row -> row.state() != CaseState.REFUSED)
                .map(row -> cases.refuse(number, row.state(), why))
                .orElse(false);
        if (!closed) {
            throw Refusal.notFound("no-such-case", "No case with this number is open or proven.");
        }
    }

    private Letter letter(CaseRow row) {
        List<String> lines = new ArrayList<>(row.address());
        lines.add(0, row.claimed().toUpperCase(Locale.ROOT));
        return new Letter(row.id(), lines, issuer.seal().code(row.id()), row.expires());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
