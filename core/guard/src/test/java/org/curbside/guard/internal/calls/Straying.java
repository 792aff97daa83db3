package org.curbside.guard.internal.calls;

import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts a thread while it is started, and does not end it. */
public final class Straying implements BundleActivator, Runnable {

    @Override
    public void start(BundleContext context) {
        Thread stray = new Thread(this, "stray");
        stray.setDaemon(true);
        stray.start();
    }

    @Override
    @SuppressWarnings("InfiniteLoopStatement")
    public void run() {
        while (true) {
            LockSupport.park();
            Thread.interrupted();
        }
    }

    @Override
    public void stop(BundleContext context) {}
}
