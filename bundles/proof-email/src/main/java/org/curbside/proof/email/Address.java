package org.curbside.proof.email;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address of the plain kind: a dot-atom of ASCII before the sign (RFC 5321, section 4.1.2), a domain of at least two
 * labels behind it, in lower case here. Nothing in it can end a command or a header.
 */
record Address(String local, String domain) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");
    private static final Pattern DOMAIN = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)++");

    /** Reads one; empty if it is of another kind. */
    static Optional<Address> read(String typed) {
        int sign = typed.indexOf('@');
        if (typed.length() > LONGEST || sign < 1 || sign > LONGEST_LOCAL) {
            return Optional.empty();
        }
        String local = typed.substring(0, sign);
        String domain = typed.substring(sign + 1);
        return LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches()
                ? Optional.of(new Address(local, domain.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
