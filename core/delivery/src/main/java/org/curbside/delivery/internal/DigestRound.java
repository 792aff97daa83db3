package org.curbside.delivery.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.curbside.api.content.Waiting;
import org.curbside.api.delivery.Hours;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Visitor;
import org.curbside.api.notification.News;
import org.curbside.api.slice.Slices;
import org.curbside.delivery.internal.store.AddressRow;
import org.curbside.delivery.internal.store.DeliveryStore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends digests that are due. Each is claimed before it goes out, so that one that breaks off is lost, and none comes twice; what it would
 * have counted is in the next. Nothing of whom is logged.
 */
@Component(service = DigestRound.class, immediate = true)
public final class DigestRound {

    private static final Logger LOG = LoggerFactory.getLogger(DigestRound.class);
    private static final int AT_ONCE = 1_000;
    private static final Duration FIRST_DELAY = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 7;
    private static final int UNCONFIRMED_DAYS = 1;

    private final DeliveryStore store;
    private final Keyring keyring;
    private final PostOffice office;
    private final Community community;
    private final Tally tally;
    private final Clock clock;
    private final Runnable close;

    /** Looks every minute, on the system's clock. */
    @Activate
    public DigestRound(
            BundleContext context,
            @Reference DeliveryStore store,
            @Reference Keyring keyring,
            @Reference PostOffice office,
            @Reference Tally tally) {
        this(store, keyring, office, tally, new Slices(context), Clock.systemUTC());
    }

    private DigestRound(
            DeliveryStore store, Keyring keyring, PostOffice office, Tally tally, Slices slices, Clock clock) {
        this(store, keyring, office, tally, slices, clock, Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "curbside-digests");
            daemon.setDaemon(true);
            return daemon;
        }));
    }

    private DigestRound(
            DeliveryStore store,
            Keyring keyring,
            PostOffice office,
            Tally tally,
            Slices slices,
            Clock clock,
            ScheduledExecutorService thread) {
        this(store, keyring, office, tally, Community.of(slices), clock, () -> {
            thread.shutdown();
            slices.close();
        });
        var unusedSending = thread.scheduleWithFixedDelay(this::turn, 1, 1, TimeUnit.MINUTES);
        var unusedTidying = thread.scheduleWithFixedDelay(this::tidy, 5, 60, TimeUnit.MINUTES);
    }

    DigestRound(
            DeliveryStore store,
            Keyring keyring,
            PostOffice office,
            Tally tally,
            Community community,
            Clock clock,
            Runnable close) {
        this.store = store;
        this.keyring = keyring;
        this.office = office;
        this.tally = tally;
        this.community = community;
        this.clock = clock;
        this.close = close;
    }

    @Deactivate
    void close() {
        close.run();
    }

    /** Sends what is due; what goes wrong waits for the next time. */
    void turn() {
        try {
            office.sender().ifPresent(this::send);
        } catch (RuntimeException e) {
            LOG.warn("Digests are sent later: {}", e.getClass().getSimpleName());
        }
    }

    /** All wait when the relay takes nothing. */
    private void send(PostOffice.Sender by) {
        List<AddressRow> due = store.due(now(), AT_ONCE);
        Map<String, Hours> hours =
                store.hours(due.stream().map(AddressRow::member).toList());
        for (AddressRow address : due) {
            if (!send(by, address, hours.getOrDefault(address.member(), Hours.USUAL))) {
                return;
            }
        }
    }

    /**
     * Sends one, if there is something to say and the member is not to be left alone.
     *
     * @return whether the relay takes more
     */
    private boolean send(PostOffice.Sender by, AddressRow address, Hours hours) {
        Instant now = now();
        Optional<Instant> quiet = Schedule.quietUntil(hours, now);
        if (quiet.isPresent()) {
            store.claim(address.member(), now, quiet.get());
            return true;
        }
        Optional<Digest> digest = keyring.member(address.member()).flatMap(member -> digest(address, member, hours));
        if (!store.claim(address.member(), now, Schedule.next(hours, now)) || digest.isEmpty()) {
            return true;
        }
        return send(by, address, digest.get());
    }

    /** What there is to say; empty if nothing. */
    private Optional<Digest> digest(AddressRow address, long member, Hours hours) {
        Optional<Visitor> visitor = community.find(member);
        if (visitor.isEmpty()) {
            store.forget(address.member());
        }
        Optional<MailAddress> to =
                keyring.open(address.address(), address.member()).flatMap(MailAddress::read);
        return to.flatMap(open -> visitor.filter(Member.class::isInstance)
                .map(Member.class::cast)
                .map(one -> digest(open, one, Schedule.periodBegan(hours, now())))
                .filter(Digest::says));
    }

    private Digest digest(MailAddress to, Member member, Instant last) {
        List<Waiting> waiting = community.waiting(member);
        boolean fresh = waiting.stream().anyMatch(one -> one.question().asked().isAfter(last));
        return new Digest(to, member.id(), community.news(member.id()), waiting.size(), fresh);
    }

    private boolean send(PostOffice.Sender by, AddressRow address, Digest digest) {
        Letter letter = Letter.digest(
                by.name(),
                digest.news().questions(),
                digest.waiting(),
                new Letter.Link("Open your inbox", by.origin() + "/inbox"),
                by.unsubscription(keyring.token(address.member(), "" + digest.to())));
        Relay.Reply reply = office.send(by, digest.to(), letter);
        switch (reply.outcome()) {
            case TAKEN -> {
                store.settle(address.member());
                community.reminded(digest.member(), digest.news());
                tally.count(Tally.Kind.SENT);
            }
            case NEVER -> {
                store.refuse(address.member());
                tally.count(Tally.Kind.REFUSED);
            }
            case LATER, AWAY -> {
                store.putOff(address.member(), now().plus(delay(address.attempts())));
                tally.count(Tally.Kind.DELAYED);
            }
        }
        if (reply.outcome() == Relay.Outcome.AWAY) {
            LOG.warn("Digests wait. {}", reply.words());
        }
        return reply.outcome() != Relay.Outcome.AWAY;
    }

    /** Ten minutes, twice that, and so on up to about a day. */
    static Duration delay(int attempts) {
        return FIRST_DELAY.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
    }

    /** Deletes addresses that nobody confirmed, and what is kept of those who are members no longer. */
    void tidy() {
        try {
            store.forgetUnconfirmed(now().minus(UNCONFIRMED_DAYS, ChronoUnit.DAYS));
            List<String> members = store.members("", AT_ONCE);
            while (!members.isEmpty()) {
                members.forEach(this::forgetIfGone);
                members = store.members(members.get(members.size() - 1), AT_ONCE);
            }
        } catch (RuntimeException e) {
            LOG.warn("Old addresses are deleted in an hour: {}", e.getClass().getSimpleName());
        }
    }

    private void forgetIfGone(String veiled) {
        keyring.member(veiled)
                .filter(member -> community.find(member).isEmpty())
                .ifPresent(member -> store.forget(veiled));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * What a digest says, and to whom.
     *
     * @param fresh whether something of what waits came since the last
     */
    private record Digest(MailAddress to, long member, News news, int waiting, boolean fresh) {

        boolean says() {
            return news.questions() > 0 || fresh;
        }
    }
}
