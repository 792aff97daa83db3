package org.curbside.guard.internal.admission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a jar that nobody whom the operator trusts has signed. */
enum Unsigned {
    /** It is admitted until the operator trusts a first certificate, and refused from then on. */
    UNTIL_TRUSTED(""),
    /** It is admitted, with a warning: for developers. */
    ADMITTED("true"),
    /** It is refused. */
    REFUSED("false");

    private final String setting;

    Unsigned(String setting) {
        this.setting = setting;
    }

    static Unsigned of(String setting) {
        for (Unsigned unsigned : values()) {
            if (unsigned.setting.equals(setting.strip())) {
                return unsigned;
            }
        }
        return REFUSED; // a slip of the pen opens nothing
    }

    boolean admits(Trusted trusted) {
        return this == ADMITTED || (this == UNTIL_TRUSTED && !trusted.begun());
    }

    /** Why jars are admitted that nobody trusted has signed, if they are. */
    Optional<String> warning(Trusted trusted) {
        if (!admits(trusted)) {
            return Optional.empty();
        }
        return Optional.of(
                this == ADMITTED
                        ? "Add-ons are admitted whoever signed them or not: unsigned = true in etc/org.curbside.guard.cfg."
                        : "Add-ons are admitted unsigned until " + trusted.folder()
                                + " holds the certificate of somebody you trust.");
    }

    /** All that the operator should know of how signatures are looked at. */
    List<String> warnings(Trusted trusted) {
        List<String> files = trusted.unreadable().stream()
                .map(file -> trusted.folder().resolve(file) + " holds no certificate that can be read.")
                .toList();
        return Stream.concat(warning(trusted).stream(), files.stream()).toList();
    }
}
