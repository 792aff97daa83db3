package org.curbside.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.AddOns;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Add-ons come and go while the platform runs, and no other bundle notices. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class AddOnsComeAndGo {

    /** The feature, and the one bundle in it. */
    private static final Set<String> LIKERT = Set.of("curbside-poll-likert");

    @Inject
    @SuppressWarnings("unused")
    @Filter(timeout = Patience.BOOT_MILLIS)
    private BootFinished bootFinished;

    @Inject
    private BundleContext context;

    @Inject
    private FeaturesService features;

    @Configuration
    public Option[] distribution() throws IOException {
        return Distribution.onFreePorts();
    }

    @Test
    public void thePlatformStartsWithSingleChoicePolls() throws Exception {
        assertNotNull(pollType("choice"));
    }

    /** Each by itself, and on the distribution, where a missing system package shows too; those that are installed have been. */
    @Test
    public void everyFeatureOfOursResolvesHere() throws Exception {
        List<Feature> ours = Stream.of(features.listFeatures())
                .filter(feature -> feature.getName().startsWith("curbside-"))
                .toList();
        for (Feature feature : ours) {
            if (!features.isInstalled(feature)) {
                features.installFeatures(Set.of(feature.getId()), EnumSet.of(FeaturesService.Option.Simulate));
            }
        }
        assertTrue("Only " + ours, ours.size() >= 15);
    }

    @Test
    public void theGuardKnowsTheAddOnsThatShipAndTheyWork() {
        var guard = context.getServiceReference(AddOns.class);
        Set<String> working = new TreeSet<>();
        for (AddOn addOn : context.getService(guard).installed()) {
            assertEquals("" + addOn, AddOn.State.WORKING, addOn.state());
            working.add(addOn.name());
        }
        assertEquals(
                Set.of(
                        "curbside-export-csv",
                        "curbside-poll-choice",
                        "curbside-poll-differential",
                        "curbside-screening-phi",
                        "curbside-specialty-cardiology",
                        "curbside-specialty-core",
                        "curbside-specialty-dermatology",
                        "curbside-specialty-emergency-medicine",
                        "curbside-specialty-family-medicine",
                        "curbside-specialty-infectious-disease",
                        "curbside-specialty-internal-medicine",
                        "curbside-specialty-neurology",
                        "curbside-specialty-obstetrics-gynecology",
                        "curbside-specialty-oncology",
                        "curbside-specialty-pediatrics",
                        "curbside-specialty-psychiatry",
                        "curbside-specialty-surgery",
                        "curbside-verification-nppes"),
                working);
    }

    @Test
    public void anAddOnSeesNeitherADatabaseNorTheLicenceDesk() throws Exception {
        Bundle choice = pollType("choice").getBundle();
        for (String hidden : List.of("javax.sql.DataSource", "org.curbside.api.identity.LicenceDesk")) {
            assertNotNull(context.getAllServiceReferences(hidden, null));
            assertNull(choice.getBundleContext().getAllServiceReferences(hidden, null));
        }
    }

    @Test
    public void anAddOnComesAndGoesAndTouchesNoOtherBundle() throws Exception {
        Set<String> touched = new CopyOnWriteArraySet<>();
        BundleListener listener = event -> touched.add(event.getBundle().getSymbolicName());
        context.addBundleListener(listener);
        try {
            features.installFeatures(LIKERT, EnumSet.noneOf(FeaturesService.Option.class));
            assertNotNull(pollType("likert"));
            features.uninstallFeatures(LIKERT, EnumSet.noneOf(FeaturesService.Option.class));
            assertNull(pollType("likert"));
        } finally {
            context.removeBundleListener(listener);
        }
        assertEquals(LIKERT, Set.copyOf(touched));
    }

    private ServiceReference<?> pollType(String id) throws InvalidSyntaxException {
        ServiceReference<?>[] found = context.getAllServiceReferences(
                "org.curbside.spi.poll.PollType", "(&(curbside.poll.type=" + id + ")(!(curbside.guarded=true)))");
        return found == null ? null : found[0];
    }
}
