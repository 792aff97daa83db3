package org.curbside.guard.internal.admission.planted;

import java.util.Map;
import org.curbside.spi.poll.PollType;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Offers a poll type that no descriptor mentions. */
public final class SecretActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        context.registerService(
                PollType.class, new FinePoll(), FrameworkUtil.asDictionary(Map.of("curbside.poll.type", "secret")));
    }

    @Override
    public void stop(BundleContext context) {}
}
