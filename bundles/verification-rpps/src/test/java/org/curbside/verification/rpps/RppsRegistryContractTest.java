package org.curbside.verification.rpps;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.testkit.BulkRegistryContract;

class RppsRegistryContractTest extends BulkRegistryContract {

    @Override
    protected BulkRegistry registry() {
        return new RppsRegistry();
    }

    @Override
    protected Map<String, String> activeRow() {
        return Map.of(
                "Type d'identifiant PP", "8",
                "Identifiant PP", "10009999990",
                "Nom d'exercice", "EXEMPLE",
                "Prénom d'exercice", "JEAN",
                "Code profession", "10",
                "Libellé catégorie professionnelle", "Civil",
                "Libellé savoir-faire", "Santé publique et médecine sociale");
    }

    @Override
    protected Map<String, String> unusableRow() {
        return Map.of(
                "Type d'identifiant PP", "8",
                "Identifiant PP", "1000",
                "Nom d'exercice", "EXEMPLE",
                "Code profession", "10");
    }
}
