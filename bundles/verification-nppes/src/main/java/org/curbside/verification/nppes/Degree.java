package org.curbside.verification.nppes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a credential text says of its holder. The texts are typed by hand: M.D., MD, M. D., MD PHD, DO FACP, blank. */
enum Degree {
    /** M.D. or D.O., whatever stands beside it. */
    PHYSICIAN,
    /** The degree of another profession, and not a physician's. */
    ANOTHER,
    /** Blank, a doctorate or a fellowship that says nothing of the profession, or a word that is not known. */
    UNCLEAR;

    /** What may be written onto a physician's degree without a gap: M.D.P.A. (professional association), MDPHD. */
    private static final Set<String> ATTACHED =
            Set.of("PA", "PC", "PHD", "MPH", "MBA", "MS", "MSC", "JD", "SC", "LLC", "INC", "DDS", "DMD", "DO", "MD");

    private static final Set<String> OTHERS = Set.of(
            "DDS", "DMD", "DPM", "OD", "DC", "ND", "NMD", "OMD", "NP", "FNP", "CNP", "CRNP", "ARNP", "APRN", "DNP",
            "CRNA", "CNM", "CNS", "PA", "PAC", "RPAC", "RN", "LPN", "RPH", "PHARMD", "PT", "MPT", "DPT", "OT", "OTR",
            "PSYD", "LCSW", "LPC", "LMFT", "DVM", "VMD", "AUD", "LMT", "MSW", "SLP", "CCCSLP", "LICSW", "LMHC", "LAC");

    /** Not yet a physician, whatever is written before it. */
    private static final Set<String> LEARNERS = Set.of("STUDENT", "CANDIDATE");

    /** Ph.D., Pharm.D.: the D belongs to the word before it and not to what follows. */
    private static final Pattern DOCTORATE = Pattern.compile("\\b(PH|PHARM|PSY|ED|AU|SC|TH)[. ] ?D\\b\\.?");

    private static final Pattern IN_FULL =
            Pattern.compile("MEDICAL DOCTOR|DOCTOR OF (MEDICINE|OSTEOPATHY|OSTEOPATHIC MEDICINE)(?! IN DENT)");
    private static final Pattern DOT_BETWEEN_LETTERS = Pattern.compile("(?<=\\b[A-Z])[. ]{1,3}(?=[A-Z]\\b)");
    private static final Pattern NO_LETTERS = Pattern.compile("[^A-Z]+");

    /** Longer than anything a person types; NPPES allows 20 characters. */
    private static final int LONGEST = 200;

    static Degree of(String credential) {
        if (credential.length() > LONGEST) {
            return UNCLEAR;
        }
        String text = credential.toUpperCase(Locale.ROOT);
        String[] words = words(text);
        if (Arrays.stream(words).anyMatch(LEARNERS::contains)) {
            return UNCLEAR;
        }
        if (IN_FULL.matcher(text).find()
                || isPhysician(NO_LETTERS.matcher(text).replaceAll(""))
                || Arrays.stream(words).anyMatch(Degree::isPhysician)) {
            return PHYSICIAN;
        }
        return Arrays.stream(words).anyMatch(OTHERS::contains) ? ANOTHER : UNCLEAR;
    }

    /** Dots and blanks between single letters go, so that "M. D." is a word; a comma ends one. */
    private static String[] words(String text) {
        String doctorates = DOCTORATE.matcher(text).replaceAll("$1D,");
        String joined = DOT_BETWEEN_LETTERS.matcher(doctorates).replaceAll("");
        return NO_LETTERS.split(joined.replace("-", ""), -1);
    }

    private static boolean isPhysician(String word) {
        if (word.startsWith("MD") || word.startsWith("DO")) {
            String rest = word.substring(2);
            if (rest.isEmpty() || ATTACHED.contains(rest) || isFellowship(rest)) {
                return true;
            }
        }
        return (word.endsWith("MD") || word.endsWith("DO"))
                && ATTACHED.contains(word.substring(0, Math.max(0, word.length() - 2)));
    }

    /** FACP, FACS, FAAP and their like. */
    private static boolean isFellowship(String word) {
        return word.length() >= 4 && word.startsWith("FA");
    }
}
