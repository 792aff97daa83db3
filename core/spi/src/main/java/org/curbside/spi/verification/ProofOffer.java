package org.curbside.spi.verification;

/**
 * A way of showing possession, as a claimant reads of it.
 *
 * @param title what it is, such as "An e-mail to your hospital"; at most 60 characters
 * @param explanation what happens then, and who learns what by it, in sentences; at most 600 characters
 * @param label of what the claimant has to type, such as "E-mail address", at most 60 characters; empty if that is nothing
 * @param help what is right there, in one sentence; empty if nothing is typed
 */
public record ProofOffer(String title, String explanation, String label, String help) {

    /** Of a way in which nothing is typed. */
    public ProofOffer(String title, String explanation) {
        this(title, explanation, "", "");
    }
}
