package org.curbside.identity.internal.registry;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;

/** The rows of a file one after another, whatever it is written in. */
interface Rows extends Closeable {

    /** The headers as they are in the file. */
    List<String> headers();

    /** Goes to the next row; false behind the last. */
    boolean next() throws IOException;

    /** Where the row is: the line that it ends in, the first being 1. */
    long line();

    /** The row, valid until the next. */
    Row row() throws RejectedRow;
}
