package org.curbside.guard.internal.admission;

import java.util.Optional;
import java.util.stream.Stream;

/** What an add-on can serve, and the service property that holds its lasting id. */
enum ExtensionPoint {
    POLL_TYPE("poll.PollType", "curbside.poll.type"),
    EXPORT_FORMAT("export.ExportFormat", "curbside.export.id"),
    SCREENING("screening.Screening", "curbside.screening.id"),
    CATALOGUE("specialty.SpecialtyCatalogue", "curbside.specialty.id"),
    BULK_REGISTRY("verification.BulkRegistry", "curbside.registry.id"),
    LICENSE_REGISTRY("verification.LicenseRegistry", "curbside.registry.id"),
    POSSESSION_PROOF("verification.PossessionProof", "curbside.proof.id");

    private static final String SPI = "org.curbside.spi.";

    private final String name;
    private final String property;

    ExtensionPoint(String name, String property) {
        this.name = name;
        this.property = property;
    }

    static Optional<ExtensionPoint> ofType(String type) {
        return Stream.of(values()).filter(point -> point.type().equals(type)).findFirst();
    }

    /** Without the spi's prefix. */
    String shortName() {
        return name;
    }

    /** The interface. */
    String type() {
        return SPI + name;
    }

    String property() {
        return property;
    }
}
