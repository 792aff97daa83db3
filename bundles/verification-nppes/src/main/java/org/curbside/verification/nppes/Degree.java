package org.curbside.verification.nppes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a credential text says of its holder. The texts are typed by hand: M.D., MD, M. D., MD PHD, DO FACP, blank. */
enum Degree {
    PHYSICIAN,
    ANOTHER,
    UNCLEAR;

    private static final Set<String> PHYSICIANS = Set.of("MD", "DO");
    private static final Set<String> OTHERS = Set.of(
            "DDS", "DMD", "DPM", "OD", "DC", "ND", "NP", "FNP", "CNP", "ARNP", "APRN", "CRNA", "CNM", "PA", "PAC", "RN",
            "LPN", "RPH", "PHARMD", "PT", "DPT", "OT", "OTR", "PHD", "PSYD", "EDD", "LCSW", "LPC", "LMFT", "DVM", "AUD",
            "LMT", "MSW", "SLP", "CCCSLP", "LICSW", "LMHC");

    static Degree of(String credential) {
        List<String> words = words(credential);
        if (words.stream().anyMatch(PHYSICIANS::contains)) {
            return PHYSICIAN;
        }
        return words.stream().anyMatch(OTHERS::contains) ? ANOTHER : UNCLEAR;
    }

    /** Dots and blanks inside a degree go, so that "M. D." and "Ph.D." are words. */
    private static List<String> words(String credential) {
        String text = credential.toUpperCase(Locale.ROOT).replace(".", "").replace("-", "");
        String joined = text.replaceAll("\\b([A-Z]) (?=[A-Z]\\b)", "$1");
        return Arrays.stream(joined.split("[^A-Z]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
