package org.curbside.guard.internal.calls;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts a thread while it is started, and does not end it. */
public final class Straying implements BundleActivator, Runnable {

    private final CountDownLatch running = new CountDownLatch(1);

    /** When it returns, the thread runs this class, by which it is known. */
    @Override
    public void start(BundleContext context) throws InterruptedException {
        Thread stray = new Thread(this, "stray");
        stray.setDaemon(true);
        stray.start();
        running.await();
    }

    @Override
    @SuppressWarnings("InfiniteLoopStatement")
    public void run() {
        running.countDown();
        while (true) {
            LockSupport.park();
            Thread.interrupted();
        }
    }

    @Override
    public void stop(BundleContext context) {}
}
