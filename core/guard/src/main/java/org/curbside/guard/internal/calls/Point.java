package org.curbside.guard.internal.calls;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An extension point: what names an implementation of it, and how long a call may take. */
public enum Point {
    POLL("poll.PollType", "curbside.poll.type", Duration.ofSeconds(2)),
    SCREENING("screening.Screening", "curbside.screening.id", Duration.ofSeconds(2)),
    CATALOGUE("specialty.SpecialtyCatalogue", "curbside.specialty.id", Duration.ofSeconds(2)),
    FORMAT("export.ExportFormat", "curbside.export.id", Duration.ofSeconds(60)),
    SERVICE("verification.LicenseRegistry", "curbside.registry.id", Duration.ofSeconds(15)),
    PROOF("verification.PossessionProof", "curbside.proof.id", Duration.ofSeconds(15)),

    /** Asked for each of millions of rows: called where the caller is, and interrupted when it takes too long. */
    FILE("verification.BulkRegistry", "curbside.registry.id", Duration.ofSeconds(2));

    private static final String SPI = "org.curbside.spi.";

    private final String type;
    private final String idProperty;
    private final Duration deadline;

    Point(String type, String idProperty, Duration deadline) {
        this.type = SPI + type;
        this.idProperty = idProperty;
        this.deadline = deadline;
    }

    /** The point that a service with those interfaces implements. */
    static Optional<Point> of(String... interfaces) {
        List<String> names = List.of(interfaces);
        return Stream.of(values()).filter(point -> names.contains(point.type)).findFirst();
    }

    /** The name of its interface. */
    String type() {
        return type;
    }

    /** The service property that names an implementation. */
    String idProperty() {
        return idProperty;
    }

    /** Whoever calls gets an answer or a refusal by then. */
    Duration deadline() {
        return deadline;
    }

    boolean inPlace() {
        return this == FILE;
    }
}
