package org.curbside.membership.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.curbside.api.membership.Entry;
import org.curbside.api.membership.Recovery;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.AccountRow;
import org.curbside.membership.internal.store.AccountStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes another password from whoever has the member's key. */
@Component
public final class Recoveries implements Recovery {

    private static final String ED25519 = "Ed25519";

    /** A SubjectPublicKeyInfo of Ed25519 (RFC 8410) up to the key. */
    private static final String SPKI = "302a300506032b6570032100";

    private final AccountStore accounts;
    private final Passwords passwords;
    private final Doorkeeper doorkeeper;

    /** As the platform runs it. */
    @Activate
    public Recoveries(
            @Reference AccountStore accounts, @Reference Passwords passwords, @Reference Doorkeeper doorkeeper) {
        this.accounts = accounts;
        this.doorkeeper = doorkeeper;
        this.passwords = passwords;
    }

    @Override
    public String challenge(@Nullable String memberKey) {
        return challenge(member(memberKey));
    }

    @Override
    public Entry.In recover(@Nullable String memberKey, @Nullable String signature, @Nullable String password) {
        AccountRow account = member(memberKey);
        if (!isSigned(account.memberKey(), challenge(account), signature == null ? "" : signature)) {
            throw notSigned();
        }
        Barred.refuse(account);
        String digest = passwords.chosen(password, account.name());
        if (!accounts.recover(account.memberKey(), account.recoveries(), digest)) {
            Barred.refuse(member(memberKey));
            throw notSigned();
        }
        return doorkeeper.begin(account, null);
    }

    private AccountRow member(@Nullable String key) {
        return accounts.member(key == null ? "" : key)
                .orElseThrow(() -> Refusal.notFound(
                        "no-such-member",
                        "No pseudonym belongs to these words. Check them; whoever has lost them opens a new pseudonym with the"
                                + " credential of the next epoch."));
    }

    private static String challenge(AccountRow account) {
        return PURPOSE + account.memberKey() + " " + account.recoveries();
    }

    private static Refusal notSigned() {
        return Refusal.invalid(
                "not-signed", "signature", "Sign what is asked now with the key that your recovery words make.");
    }

    private static boolean isSigned(String memberKey, String challenge, String signature) {
        try {
            byte[] key = Base64.getUrlDecoder().decode(memberKey);
            PublicKey open = KeyFactory.getInstance(ED25519)
                    .generatePublic(new X509EncodedKeySpec(
                            HexFormat.of().parseHex(SPKI + HexFormat.of().formatHex(key))));
            Signature ed25519 = Signature.getInstance(ED25519);
            ed25519.initVerify(open);
            ed25519.update(challenge.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
