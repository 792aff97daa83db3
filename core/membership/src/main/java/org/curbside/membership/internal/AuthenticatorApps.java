package org.curbside.membership.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;
import org.curbside.api.membership.Authenticator;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.FactorStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shares secrets with authenticator apps, and makes the codes for when an app is lost. */
@Component
public final class AuthenticatorApps implements Authenticator {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    private final Doorkeeper doorkeeper;
    private final FactorStore factors;
    private final Strongbox strongbox;
    private final Codes codes;
    private final Secrets secrets;

    /** As the platform runs it. */
    @Activate
    public AuthenticatorApps(
            @Reference Doorkeeper doorkeeper, @Reference FactorStore factors, @Reference Strongbox strongbox) {
        this(doorkeeper, factors, strongbox, Clock.systemUTC(), new SecureRandom());
    }

    AuthenticatorApps(
            Doorkeeper doorkeeper, FactorStore factors, Strongbox strongbox, Clock clock, SecureRandom random) {
        this.doorkeeper = doorkeeper;
        this.factors = factors;
        this.strongbox = strongbox;
        this.codes = new Codes(factors, strongbox, clock);
        this.secrets = new Secrets(random);
    }

    @Override
    public Offer offer(String session) {
        Guest guest = doorkeeper.confirmedGuest(session);
        String secret = Base32.toBase32String(secrets.bytes(Totp.SECRET_BYTES));
        factors.offer(guest.id(), strongbox.seal(guest.id(), secret));
        return offer(guest, secret);
    }

    @Override
    public Offer offered(String session) {
        Guest guest = doorkeeper.confirmedGuest(session);
        return offer(guest, secret(guest));
    }

    private static Offer offer(Guest guest, String secret) {
        String name = guest.account().name();
        return new Offer(secret, "otpauth://totp/Curbside:" + name + "?secret=" + secret + "&issuer=Curbside");
    }

    private String secret(Guest guest) {
        return guest.account()
                .totpOffered()
                .map(kept -> strongbox.open(guest.id(), kept))
                .orElseThrow(() -> Refusal.conflict("no-secret-offered", "Begin again with a fresh secret."));
    }

    @Override
    public List<String> use(String session, @Nullable String code) {
        Guest guest = doorkeeper.confirmedGuest(session);
        String secret = secret(guest);
        long step = codes.step(secret, code).orElseThrow(Codes::wrong);
        List<String> fresh = freshCodes();
        factors.share(guest.id(), strongbox.seal(guest.id(), secret), step, digests(fresh));
        return fresh;
    }

    @Override
    public List<String> renewRecoveryCodes(String session) {
        Guest guest = doorkeeper.confirmedGuest(session);
        if (guest.account().totp().isEmpty()) {
            throw Refusal.conflict(
                    "no-authenticator", "Set up an authenticator app first; these codes stand in for it.");
        }
        List<String> fresh = freshCodes();
        factors.renew(guest.id(), digests(fresh));
        return fresh;
    }

    @Override
    public void stop(String session) {
        factors.unshare(doorkeeper.confirmedGuest(session).id());
    }

    /** 80 bits each, in four groups. */
    private List<String> freshCodes() {
        return Stream.generate(() -> Base32.toBase32String(secrets.bytes(RECOVERY_BYTES)))
                .limit(RECOVERY_CODES)
                .map(code -> code.replaceAll("(.{4})(?=.)", "$1-"))
                .toList();
    }

    private static List<String> digests(List<String> codes) {
        return codes.stream().map(code -> Digests.of(Codes.plain(code))).toList();
    }
}
