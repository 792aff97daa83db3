package org.curbside.delivery.internal;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.curbside.api.delivery.Deliveries;
import org.curbside.api.delivery.Delivery;
import org.curbside.api.delivery.Hours;
import org.curbside.api.delivery.NewHours;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.delivery.internal.store.AddressRow;
import org.curbside.delivery.internal.store.BrowserRow;
import org.curbside.delivery.internal.store.DeliveryStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where members say how they are reached. */
@Component
public final class MemberDesk implements Deliveries {

    private static final int AWAY_SECONDS = 300;
    private static final int CODES = 1_000_000;

    private final DeliveryStore store;
    private final Keyring keyring;
    private final PostOffice office;
    private final PushKeys pushKeys;
    private final Function<String, Optional<URI>> endpoints;
    private final CodeLimit limit;
    private final Clock clock;
    private final SecureRandom random;

    /** As the platform runs it. */
    @Activate
    public MemberDesk(
            @Reference DeliveryStore store,
            @Reference Keyring keyring,
            @Reference PostOffice office,
            @Reference PushKeys pushKeys) {
        this(store, keyring, office, pushKeys, PushRound::read, Clock.systemUTC(), new SecureRandom());
    }

    MemberDesk(
            DeliveryStore store,
            Keyring keyring,
            PostOffice office,
            PushKeys pushKeys,
            Function<String, Optional<URI>> endpoints,
            Clock clock,
            SecureRandom random) {
        this.store = store;
        this.keyring = keyring;
        this.office = office;
        this.pushKeys = pushKeys;
        this.endpoints = endpoints;
        this.limit = new CodeLimit();
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Delivery of(Member member) {
        String veiled = keyring.veil(member.id());
        Optional<AddressRow> address = store.address(veiled);
        return new Delivery(
                office.sender().isPresent(),
                address.map(AddressRow::state).orElse(Delivery.Mail.NONE),
                address.flatMap(row -> keyring.open(row.address(), veiled))
                        .flatMap(MailAddress::read)
                        .map(MailAddress::hint)
                        .orElse(null),
                hours(veiled),
                store.browsers(veiled),
                pushKeys.publicKey());
    }

    private Hours hours(String veiled) {
        return store.hours(List.of(veiled)).getOrDefault(veiled, Hours.USUAL);
    }

    @Override
    public Delivery choose(Member member, NewHours hours) {
        Hours chosen = checked(hours);
        store.choose(keyring.veil(member.id()), chosen, Schedule.next(chosen, now()));
        return of(member);
    }

    private Hours checked(NewHours hours) {
        if (hours.rhythm() == null) {
            throw Refusal.invalid("rhythm-missing", "rhythm", "Choose DAILY, WEEKDAYS or WEEKLY.");
        }
        if (hours.zone() == null || !Hours.ZONES.contains(hours.zone())) {
            throw Refusal.invalid("zone-unknown", "zone", "Choose one of the zones that are offered.");
        }
        return new Hours(
                hours.rhythm(),
                hour(hours.hour(), "hour"),
                hours.zone(),
                hour(hours.nightFrom(), "nightFrom"),
                hour(hours.nightTo(), "nightTo"),
                hours.awayUntil());
    }

    private static int hour(@Nullable Integer hour, String field) {
        if (hour == null || hour < 0 || hour > 23) {
            throw Refusal.invalid("hour-unknown", field, "Choose an hour from 0 to 23.");
        }
        return hour;
    }

    @Override
    public Delivery address(Member member, @Nullable String address) {
        PostOffice.Sender by = office.sender()
                .orElseThrow(() -> Refusal.conflict(
                        "no-mail-here",
                        "This Curbside sends no mail. Its operators can change that; push needs none."));
        MailAddress to = MailAddress.read(
                        Objects.requireNonNullElse(address, "").strip())
                .orElseThrow(() -> Refusal.invalid(
                        "address-malformed", "address", "Check the address; it is written like name@example.org."));
        String veiled = keyring.veil(member.id());
        limit.use(veiled, now());
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
        requireTaken(office.send(
                by,
                to,
                Letter.code(
                        by.name(),
                        code,
                        by.origin() + "/notifications",
                        by.unsubscription(keyring.token(veiled, "" + to)))));
        Instant hour = now().truncatedTo(ChronoUnit.HOURS);
        store.keep(new AddressRow(veiled, keyring.seal("" + to, veiled), mac(veiled, code), hour));
        return of(member);
    }

    private String mac(String veiled, String code) {
        return keyring.mac("code", veiled + code);
    }

    private static void requireTaken(Relay.Reply reply) {
        switch (reply.outcome()) {
            case TAKEN -> {}
            case NEVER -> throw Refusal.invalid(
                    "address-refused", "address", "Check the address; the mail server takes nothing for it.");
            case LATER, AWAY -> throw Refusal.unavailable(
                    "mail-away", AWAY_SECONDS, "The mail server takes nothing at present. Try again in some minutes.");
        }
    }

    @Override
    public Delivery confirm(Member member, @Nullable String code) {
        String veiled = keyring.veil(member.id());
        String typed = Objects.requireNonNullElse(code, "").replaceAll("\\s", "");
        DeliveryStore.Confirmation tried = store.confirm(
                        veiled, mac(veiled, typed), Schedule.next(hours(veiled), now()))
                .orElseThrow(() -> Refusal.conflict(
                        "no-code-awaited",
                        "No code is waited for, or not any more. Give the address again to get another."));
        if (tried.left() <= 0) {
            throw Refusal.conflict(
                    "code-used-up",
                    "Those were too many wrong codes, and the address is deleted. Give it again to get another code.");
        }
        if (!tried.confirmed()) {
            throw Refusal.invalid(
                    "code-wrong",
                    "code",
                    "Check the code in the mail; this is another. " + tried.left() + " tries are left.");
        }
        return of(member);
    }

    @Override
    public Delivery forgetAddress(Member member) {
        store.forgetAddress(keyring.veil(member.id()));
        return of(member);
    }

    @Override
    public Delivery addBrowser(Member member, @Nullable String endpoint) {
        URI uri = endpoints
                .apply(Objects.requireNonNullElse(endpoint, ""))
                .orElseThrow(() -> Refusal.invalid(
                        "endpoint-unknown",
                        "endpoint",
                        "Give the endpoint as the browser says it: an https address on the public network."));
        String veiled = keyring.veil(member.id());
        if (store.browsers(veiled) >= MOST_BROWSERS) {
            throw Refusal.conflict(
                    "too-many-browsers",
                    "Ten browsers are told already. Have all of them told no longer, and begin anew.");
        }
        String id = keyring.mac("browser", "" + uri);
        store.keep(new BrowserRow(id, veiled, keyring.seal("" + uri, id), now().truncatedTo(ChronoUnit.HOURS)));
        return of(member);
    }

    @Override
    public Delivery removeBrowser(Member member, @Nullable String endpoint) {
        store.forgetBrowser(
                keyring.veil(member.id()), keyring.mac("browser", Objects.requireNonNullElse(endpoint, "")));
        return of(member);
    }

    @Override
    public Delivery removeBrowsers(Member member) {
        store.forgetBrowsers(keyring.veil(member.id()));
        return of(member);
    }

    @Override
    public Delivery forget(Member member) {
        store.forget(keyring.veil(member.id()));
        return of(member);
    }

    @Override
    public boolean isUnsubscription(String token) {
        return keyring.tokenOf(token).isPresent();
    }

    @Override
    public void unsubscribe(String token) {
        Keyring.Unsubscription wanted = keyring.tokenOf(token)
                .orElseThrow(() -> Refusal.notFound(
                        "no-such-digest",
                        "This is no whole link of a digest. Copy all of it, or sign in to end the digest."));
        store.address(wanted.member())
                .flatMap(row -> keyring.open(row.address(), row.member()))
                .filter(wanted::isFor)
                .ifPresent(address -> store.forgetAddress(wanted.member()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
