package org.curbside.console.internal;

/**
 * One thing that is not as it should be.
 *
 * @param wrong whether something does not work because of it, or soon will not; else the operator should only know
 * @param about the bundle, component, add-on or thing
 * @param sentence what is so
 * @param advice what to do
 */
record Complaint(boolean wrong, String about, String sentence, String advice) {

    static Complaint wrong(String about, String sentence, String advice) {
        return new Complaint(true, about, sentence, advice);
    }

    static Complaint warning(String about, String sentence, String advice) {
        return new Complaint(false, about, sentence, advice);
    }
}
