package org.curbside.delivery.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address of the plain kind (RFC 5321, section 4.1.2: a dot-atom of ASCII), in which nothing can end a command or a header. */
record MailAddress(String local, String domain) {

    private static final int LONGEST = 254;
    private static final Pattern PLAIN = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]++(?:\\.[\\w!#$%&'*+/=?^`{|}~-]++)*+"
            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final int LONGEST_LOCAL = 64;

    /** Reads one; empty if it is of another kind. */
    static Optional<MailAddress> read(String typed) {
        if (typed.length() > LONGEST || !PLAIN.matcher(typed).matches() || typed.indexOf('@') > LONGEST_LOCAL) {
            return Optional.empty();
        }
        int sign = typed.indexOf('@');
        return Optional.of(new MailAddress(
                typed.substring(0, sign), typed.substring(sign + 1).toLowerCase(Locale.ROOT)));
    }

    /** Enough for its owner to know it by. */
    String hint() {
        return local.charAt(0) + "…@…" + domain.substring(domain.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
