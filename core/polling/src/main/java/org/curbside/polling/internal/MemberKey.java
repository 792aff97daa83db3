package org.curbside.polling.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A member's key in one poll: HMAC-SHA-256 under the poll's own secret, so that keys of two polls do not compare. */
final class MemberKey {

    static final int SECRET_BYTES = 32;

    private MemberKey() {}

    static String of(String secret, long member) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(
                            ByteBuffer.allocate(Long.BYTES).putLong(member).array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }
}
