package org.curbside.guard.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.curbside.spi.poll.PollType;
import org.curbside.testkit.bad.BadBundle;
import org.curbside.testkit.bundle.AddOnJar;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;

/** A small running framework that has the spi, the api and a data source's package. */
public final class SmallFramework {

    private final Framework framework;

    public SmallFramework(Path folder) throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", "" + folder,
                        "karaf.home", "" + folder,
                        "felix.log.level", "0",
                        "org.osgi.framework.system.packages.extra",
                                "org.curbside.spi.poll;version=1.0.0,org.curbside.spi.export;version=1.0.0,"
                                        + "org.curbside.api.identity;version=1.0.0"));
        framework.start();
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** For whoever is not in quarantine. */
    static Clearance clearance(Quarantine quarantine) {
        return new Clearance(false, quarantine, addOn -> Optional.empty(), part -> false);
    }

    /** Installs a bundle that consists of its manifest. */
    Bundle install(String name, String imports) throws IOException, BundleException {
        return install(name, imports, null);
    }

    /** Installs a bundle that consists of its manifest and its activator. */
    Bundle install(String name, String imports, @Nullable Class<?> activator) throws IOException, BundleException {
        byte[] jar = jar(name, "1.0.0", imports, activator);
        return context().installBundle("memory:" + name, new ByteArrayInputStream(jar));
    }

    /** A bundle that consists of its manifest and, if there is one, its activator. */
    public static byte[] jar(String name, String version, String imports, @Nullable Class<?> activator)
            throws IOException {
        AddOnJar jar = AddOnJar.named(name, version);
        if (!imports.isEmpty()) {
            jar.with("Import-Package", imports);
        }
        if (activator != null) {
            jar.with("Bundle-Activator", activator.getName())
                    .withClasses(SmallFramework.class.getClassLoader(), activator.getName());
        }
        return jar.bytes();
    }

    public Bundle start(String name, String imports) throws IOException, BundleException {
        Bundle bundle = install(name, imports);
        bundle.start();
        return bundle;
    }

    /** Starts a bad bundle without Declarative Services, so without its component. */
    public Bundle start(BadBundle bad, Path folder) throws IOException, BundleException {
        Bundle bundle = context().installBundle("" + bad.write(folder).toUri());
        bundle.start();
        return bundle;
    }

    /** What a bad bundle would offer as a component. */
    public static PollType component(Bundle bad, String type) throws ReflectiveOperationException {
        return (PollType) bad.loadClass("org.curbside.testkit.bad.planted." + type)
                .getConstructor()
                .newInstance();
    }

    /** What other threads do comes in its time, or the test fails. */
    public static void await(Callable<Boolean> condition) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.call()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Not within 30 seconds");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    public void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }
}
