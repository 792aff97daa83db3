package org.curbside.guard.internal.calls;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/** What an add-on is given for one call. A stream is cut off when the call is over, so that nobody writes late into it. */
final class Arguments implements AutoCloseable {

    private final Object[] guarded;

    Arguments(Object... arguments) {
        guarded = Stream.of(arguments)
                .map(argument -> argument instanceof OutputStream out ? new Lent(out) : argument)
                .toArray();
    }

    Object[] guarded() {
        return guarded.clone();
    }

    @Override
    public void close() {
        Stream.of(guarded).filter(Lent.class::isInstance).map(Lent.class::cast).forEach(Lent::takeBack);
    }

    private static final class Lent extends FilterOutputStream {

        private boolean over;

        Lent(OutputStream out) {
            super(out);
        }

        synchronized void takeBack() {
            over = true;
        }

        @Override
        public synchronized void write(int one) throws IOException {
            check();
            out.write(one);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int count) throws IOException {
            check();
            out.write(bytes, from, count);
        }

        @Override
        public synchronized void flush() throws IOException {
            check();
            out.flush();
        }

        @Override
        public void close() {
            // whoever lent it closes it
        }

        private void check() throws IOException {
            if (over) {
                throw new IOException("The call is over");
            }
        }
    }
}
