package org.curbside.testkit.canary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** A framework with what an add-on needs and nothing else. The spi comes from the class path, as the trials know it. */
final class Cage {

    private static final String SPI = "org.curbside.spi.";
    /** Less than any call may take. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final long A_WHILE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path folder;
    private final Calls calls;
    private final Framework framework;

    Cage(Path folder, Calls calls) {
        this.folder = folder;
        this.calls = calls;
        this.framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        "" + folder.resolve("framework"),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        System.getProperty("canary.packages", ""),
                        "ds.loglevel",
                        "1",
                        // else a thread of theirs may be taken for one that the add-on has left
                        "ds.service.changecount.timeout",
                        "1"));
    }

    /** Bundles that do not come up are none of the add-on's fault; if it needs them, it will not come up either. */
    void open() throws BundleException, IOException {
        framework.start();
        List<Bundle> bundles = new ArrayList<>();
        try (Stream<Path> jars = Files.list(folder.resolve("bundles"))) {
            for (Path jar : jars.sorted().toList()) {
                bundles.add(context().installBundle("" + jar.toUri()));
            }
        }
        for (Bundle bundle : bundles) {
            try {
                bundle.start();
            } catch (BundleException e) {
                System.err.println(bundle + " does not start: " + e.getMessage());
            }
        }
    }

    Bundle start(String jar) throws Broken, BundleException {
        Bundle addOn = context().installBundle("" + folder.resolve(jar).toUri());
        calls.of("start", () -> {
            addOn.start();
            return true;
        });
        return addOn;
    }

    /** The service that was promised; it is made, and with it activated, at the first asking. */
    Object service(Bundle addOn, Offered offered, Overheard overheard) throws Broken {
        ServiceReference<?> reference = calls.of("activation", () -> awaited(addOn, offered, overheard));
        try {
            return calls.of("activation", () -> (Object) context().getService(reference));
        } catch (Broken broken) {
            throw overheard
                    .exception()
                    .map(cause -> new Broken("Its activation threw " + cause + "."))
                    .orElse(broken);
        }
    }

    void refuseUndeclared(Bundle addOn, List<Offered> offers) throws Broken {
        ServiceReference<?>[] services = addOn.getRegisteredServices();
        for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
            boolean declared = offers.stream().anyMatch(offered -> matches(service, offered));
            Broken.unless(
                    declared || types(service).noneMatch(type -> type.startsWith(SPI)),
                    "It offers " + types(service).toList() + " without a component descriptor that says so.");
        }
    }

    /** It stops when it is told to, not before, and leaves nothing running. */
    void stop(Bundle addOn) throws Broken {
        Broken.unless(addOn.getState() == Bundle.ACTIVE, "It has stopped itself.");
        calls.of("stop", () -> {
            addOn.stop();
            return true;
        });
        List<String> threads = calls.left().after(PATIENCE_NANOS);
        Broken.unless(
                threads.isEmpty(),
                "When it is stopped, threads that it started run on: " + threads.size() + ", such as \""
                        + String.join("", threads.subList(0, Math.min(1, threads.size()))) + "\".");
    }

    private static ServiceReference<?> awaited(Bundle addOn, Offered offered, Overheard overheard) throws Broken {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            ServiceReference<?>[] services = addOn.getRegisteredServices();
            for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
                if (matches(service, offered)) {
                    return service;
                }
            }
            LockSupport.parkNanos(A_WHILE_NANOS);
        }
        String why = overheard.exception().orElse("what its component refers to may not be there for add-ons");
        throw new Broken("It does not offer the " + offered + " that it declares: " + why + ".");
    }

    private static boolean matches(ServiceReference<?> service, Offered offered) {
        return types(service).anyMatch(offered.type()::equals)
                && offered.id().equals(service.getProperty(offered.property()));
    }

    private static Stream<String> types(ServiceReference<?> service) {
        return Stream.of((String[]) service.getProperty(Constants.OBJECTCLASS));
    }

    private BundleContext context() {
        return framework.getBundleContext();
    }
}
