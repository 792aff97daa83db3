package org.curbside.spi.poll;

/** A poll that its type cannot offer; the message is shown to whoever writes the poll. */
public final class InvalidQuestion extends Exception {

    private static final long serialVersionUID = 1L;

    public InvalidQuestion(String message) {
        super(message);
    }
}
