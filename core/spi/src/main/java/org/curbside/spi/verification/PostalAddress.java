package org.curbside.spi.verification;

import java.util.List;

/** Where the registry says post reaches the physician: lines as printed on an envelope, without the name. */
public record PostalAddress(List<String> lines) {

    public PostalAddress {
        lines = List.copyOf(lines);
    }
}
