package org.curbside.testkit.canary;

import org.curbside.spi.export.ExportFormat;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.screening.Screening;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.spi.verification.PossessionProof;

/**
 * Tries what every extension of a kind must hold, whatever it is about. It is the part of the contract test that needs no
 * samples of the partner's.
 */
@FunctionalInterface
interface Trial {

    /** Throws what is wrong with the extension of that id. */
    void run(String id) throws Exception;

    /** For the kind that the service is of; nothing is known about others. */
    static Trial of(Object service, Calls calls, Report report) {
        if (service instanceof PollType type) {
            return new PollTrial(type, calls, report);
        }
        if (service instanceof ExportFormat format) {
            return new ExportTrial(format, calls);
        }
        if (service instanceof Screening screening) {
            return new ScreeningTrial(screening, calls);
        }
        if (service instanceof SpecialtyCatalogue catalogue) {
            return new CatalogueTrial(catalogue, calls);
        }
        if (service instanceof BulkRegistry registry) {
            return new BulkRegistryTrial(registry, calls);
        }
        if (service instanceof LicenseRegistry registry) {
            return new LicenseRegistryTrial(registry, calls);
        }
        if (service instanceof PossessionProof proof) {
            return new PossessionProofTrial(proof, calls);
        }
        return id -> report.warned("It offers " + id + ", and nobody here knows how to try that.");
    }
}
