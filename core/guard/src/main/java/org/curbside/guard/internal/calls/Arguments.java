package org.curbside.guard.internal.calls;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/**
 * What an add-on is given for one call. A stream is cut off when the call is over, so that nobody writes late into it, and
 * when more is written than any use of it, for whoever lent it may keep all of that in memory.
 */
final class Arguments implements AutoCloseable {

    static final int LARGEST_FILE = 16 << 20;

    private final Object[] guarded;

    Arguments(Object... arguments) {
        guarded = Stream.of(arguments)
                .map(argument -> argument instanceof OutputStream out ? new Lent(out) : argument)
                .toArray();
    }

    Object[] guarded() {
        return guarded.clone();
    }

    /** @throws IllegalStateException when too much was written, which the add-on may have passed over */
    @Override
    public void close() {
        Stream.of(guarded).filter(Lent.class::isInstance).map(Lent.class::cast).forEach(Lent::takeBack);
    }

    private static final class Lent extends FilterOutputStream {

        private boolean over;
        private long written;

        Lent(OutputStream out) {
            super(out);
        }

        synchronized void takeBack() {
            over = true;
            checkSize();
        }

        @Override
        public synchronized void write(int one) throws IOException {
            check(1);
            out.write(one);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int count) throws IOException {
            check(count);
            out.write(bytes, from, count);
        }

        @Override
        public synchronized void flush() throws IOException {
            check(0);
            out.flush();
        }

        @Override
        public void close() {
            // whoever lent it closes it
        }

        private void check(int more) throws IOException {
            if (over) {
                throw new IOException("The call is over");
            }
            written += more;
            checkSize();
        }

        private void checkSize() {
            if (written > LARGEST_FILE) {
                throw new IllegalStateException("It wrote more than " + LARGEST_FILE + " bytes");
            }
        }
    }
}
