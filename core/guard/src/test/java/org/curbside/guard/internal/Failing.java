package org.curbside.guard.internal;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Fails to start. */
public final class Failing implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("It cannot");
    }

    @Override
    public void stop(BundleContext context) {}
}
