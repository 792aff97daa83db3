package org.curbside.identity.internal;

import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.Verdict;

/**
 * What the registries say of a claim, all together: the worst of their words counts.
 *
 * @param registry the national register of the claim's country
 * @param entry that register's, which every claim is about
 * @param evidence what they said, in their own words
 */
record Standing(String registry, RegistryEntry entry, Judgement judgement, String evidence) {

    private static final int LONGEST_EVIDENCE = 1_000;

    Standing with(Judgement another, String said) {
        String all = said.isEmpty() ? evidence : evidence + "; " + said;
        return new Standing(
                registry,
                entry,
                weight(another) > weight(judgement) ? another : judgement,
                all.length() <= LONGEST_EVIDENCE ? all : all.substring(0, LONGEST_EVIDENCE));
    }

    Verdict verdict() {
        return judgement.verdict();
    }

    private static int weight(Judgement judgement) {
        return switch (judgement.verdict()) {
            case ACTIVE -> 0;
            case INDETERMINATE -> 1;
            case INACTIVE -> 2;
        };
    }
}
