package org.curbside.membership.internal;

import java.text.Normalizer;
import java.util.Locale;
import org.curbside.api.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** A password as somebody chooses it: long, not what everyone can read beside it, and not what everyone thinks of. */
record NewPassword(String text) {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    static NewPassword of(@Nullable String input, String name) {
        int length = input == null ? 0 : input.codePointCount(0, input.length());
        if (input == null || length < SHORTEST || length > LONGEST) {
            throw Refusal.invalid(
                    "password-length",
                    "password",
                    "Choose a password of 10 to 200 characters; several words are best.");
        }
        if (caseless(input).contains(caseless(name))) {
            throw Refusal.invalid(
                    "password-holds-name", "password", "Choose a password that does not have the name in it.");
        }
        if (CommonPassword.is(caseless(input))) {
            throw Refusal.invalid(
                    "password-common",
                    "password",
                    "Choose a password that nobody thinks of first; several words that do not belong together are best.");
        }
        return new NewPassword(input);
    }

    private static String caseless(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
