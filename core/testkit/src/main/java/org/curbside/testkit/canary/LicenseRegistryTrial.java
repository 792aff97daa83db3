package org.curbside.testkit.canary;

import java.util.List;
import java.util.Optional;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Finding;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.Verdict;

/**
 * Nobody is found in good standing. No host has an address where the canary runs, so that a source on the network is away, as
 * it may be at any time, and hears of no claim.
 */
record LicenseRegistryTrial(LicenseRegistry registry, Calls calls) implements Trial {

    private static final List<Claim> NOBODY = List.of(
            new Claim("", "", "", "", ""),
            new Claim("Nora", "Nobody", "", "", ""),
            new Claim("Nora", "Nobody", "2900000011", "", ""),
            new Claim("Nora", "Nobody", "2900000011", "ME 99-999", "FL"));

    @Override
    public void run(String id) throws Broken {
        calls.of("coverage", registry::coverage);
        for (Claim claim : NOBODY) {
            if (calls.of("covers", () -> registry.covers(claim))) {
                Optional<Finding> finding =
                        calls.unlessRefused("find", RegistryUnavailable.class, () -> registry.find(claim));
                Broken.unless(
                        finding.isEmpty() || finding.get().judgement().verdict() != Verdict.ACTIVE,
                        "Its find gives good standing to somebody who does not exist.");
            }
        }
    }
}
