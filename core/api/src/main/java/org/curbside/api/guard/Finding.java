package org.curbside.api.guard;

/**
 * What one check of an add-on's jar came to.
 *
 * @param check the check's lasting name in kebab case, such as {@code spi-version}
 * @param result whether the jar may be admitted as far as this check goes
 * @param sentence what was found, and what to do about it
 */
public record Finding(String check, Result result, String sentence) {

    /** Whether a jar may be admitted as far as a check goes. */
    public enum Result {
        /** It may. */
        PASSED,
        /** It may, but the operator should know. */
        WARNED,
        /** It may not. */
        REFUSED
    }

    /** Nothing is wrong. */
    public static Finding passed(String check, String sentence) {
        return new Finding(check, Result.PASSED, sentence);
    }

    /** Not wrong, but not as it should be. */
    public static Finding warned(String check, String sentence) {
        return new Finding(check, Result.WARNED, sentence);
    }

    /** Wrong. */
    public static Finding refused(String check, String sentence) {
        return new Finding(check, Result.REFUSED, sentence);
    }

    /** Whether the jar may not be admitted because of this. */
    public boolean refuses() {
        return result == Result.REFUSED;
    }
}
