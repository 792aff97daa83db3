package org.curbside.spi.verification;

/** A row of a bulk file that describes nobody the desk could verify; the message is the counted reason. */
public final class RejectedRow extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean expected;

    public RejectedRow(String message) {
        this(message, false);
    }

    private RejectedRow(String message, boolean expected) {
        super(message);
        this.expected = expected;
    }

    /**
     * Of a row that is right and about something else, such as another profession in a file of all licences. It is counted
     * and not listed among the rows that somebody might have to correct.
     */
    public static RejectedRow ofAnotherKind(String message) {
        return new RejectedRow(message, true);
    }

    /** Whether the row is right and only about something else. */
    public boolean isExpected() {
        return expected;
    }
}
