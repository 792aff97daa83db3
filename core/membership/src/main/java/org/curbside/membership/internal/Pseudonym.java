package org.curbside.membership.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.curbside.api.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** A name that an account goes by. Only Latin letters, so that no two names look alike. */
record Pseudonym(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{1,28})[A-Za-z0-9]");

    static Pseudonym of(@Nullable String input) {
        String text = input == null ? "" : Normalizer.normalize(input.strip(), Normalizer.Form.NFKC);
        if (!FORM.matcher(text).matches()) {
            throw Refusal.invalid(
                    "pseudonym-form",
                    "pseudonym",
                    "Use 3 to 30 letters, digits, dots or hyphens, with a letter or digit at both ends.");
        }
        return new Pseudonym(text);
    }

    /** As names are compared: O and 0, I, l and 1 are the same, and dots and hyphens do not count. */
    String key() {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[.-]", "")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('i', 'l');
    }
}
