package org.curbside.console.internal;

import java.security.SecureRandom;
import java.util.Base64;

/** A password that nobody has chosen: 96 random bits. */
final class FreshPassword {

    private static final int BYTES = 12;

    private FreshPassword() {}

    static String make(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
