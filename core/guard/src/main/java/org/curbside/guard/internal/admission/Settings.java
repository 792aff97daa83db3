package org.curbside.guard.internal.admission;

/** What admission is told in {@code etc/org.curbside.guard.cfg}. */
@interface Settings {

    /** The folder of the certificates that the operator trusts, as PEM files. */
    String trusted() default "etc/trusted";

    /** Whether jars are admitted that nobody trusted has signed; see {@link Unsigned}. */
    String unsigned() default "";

    /** The symbolic names that are allowed, with commas between them; a {@code *} stands for any letters. */
    String allowed() default "*";

    /** The file of this instance's own key, with which it signs receipts. */
    String key() default "etc/receipt.key";
}
