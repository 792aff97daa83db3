package org.curbside.proof.openid;

import java.time.Clock;
import org.curbside.spi.verification.Attempt;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.PossessionProof;
import org.curbside.testkit.PossessionProofContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class OpenIdProofContractTest extends PossessionProofContract {

    private static Association association;

    @BeforeAll
    static void open() {
        association = new Association();
    }

    @AfterAll
    static void close() {
        association.close();
    }

    @Override
    protected PossessionProof proof() {
        return at(association.issuer());
    }

    @Override
    protected PossessionProof away() {
        return at("http://127.0.0.1:9/board");
    }

    private static PossessionProof at(String issuer) {
        return new OpenIdProof(
                new Provider(issuer, Association.CLIENT, ""),
                new OpenIdProof.Terms("Our Association", Association.RETURN, "npi", "openid", "US"),
                Clock.systemUTC());
    }

    @Override
    protected Attempt attempt() {
        return new Attempt(new Claim("Ada", "Quackenbush", "2900000011", "", ""), "", "23456789", "S".repeat(43));
    }
}
