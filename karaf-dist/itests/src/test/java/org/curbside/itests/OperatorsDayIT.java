package org.curbside.itests;

import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.ClassRule;
import org.junit.rules.ExternalResource;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;
import org.junit.runners.Suite.SuiteClasses;

/**
 * One instance, run by its scripts and used by programs and in a browser, from the first start until it is killed. The
 * heat map comes before anyone else asks for it, for a release stays as it is for a week; the end comes last. When the day is
 * over, somebody opens all the books.
 */
@RunWith(Suite.class)
@SuiteClasses({
    HeatMapForAClient.class,
    RoadInABrowser.class,
    BlindInABrowser.class,
    BlindByAnother.class,
    PossessionShown.class,
    DigestWanted.class,
    SigningInInABrowser.class,
    CommandsForScripts.class,
    DowngradeRefused.class,
    QuestionsFound.class,
    WritesUntilKilled.class,
    SafeMode.class,
    BooksOpened.class
})
public class OperatorsDayIT {

    static final String MEDICINE = "207R00000X";
    static final String SURGERY = "208600000X";

    private static final int REGISTRY_ROWS = 800;
    private static final int INTERNISTS = 12;
    private static final int SURGEONS = 3;

    private static RunningInstance instance;
    private static Chromium chromium;
    private static RegistryFile registry;
    private static List<Client> physicians;

    /** Not the one in row 0, who goes the road in the browser. */
    @ClassRule
    public static final ExternalResource DAY = new ExternalResource() {
        @Override
        protected void before() throws Throwable {
            instance = RunningInstance.unpack();
            instance.start();
            chromium = new Chromium(instance.url());
            registry = new RegistryFile("nppes.csv", REGISTRY_ROWS);
            registry.addUnclearDegree();
            registry.addUnclearDegree();
            RunningInstance.Outcome loaded = instance.command("curbside:registry-load --json nppes " + registry.path());
            assertTrue(loaded.said(), loaded.json().contains("\"stored\":762"));
            physicians = new Members(instance)
                    .join(IntStream.concat(
                            Members.rows(MEDICINE).skip(1).limit(INTERNISTS),
                            Members.rows(SURGERY).limit(SURGEONS)));
        }

        @Override
        protected void after() {
            if (chromium != null) {
                chromium.close();
            }
            if (instance != null) {
                instance.close();
            }
        }
    };

    static RunningInstance instance() {
        return instance;
    }

    static Chromium chromium() {
        return chromium;
    }

    /** Twelve of internal medicine, enough to be shown. */
    static List<Client> internists() {
        return physicians.subList(0, INTERNISTS);
    }

    /** Three of surgery, too few. */
    static List<Client> surgeons() {
        return physicians.subList(INTERNISTS, INTERNISTS + SURGEONS);
    }

    /** A row of the registry whose degree a person has to judge; there are two. */
    static int unclear(int which) {
        return REGISTRY_ROWS + which;
    }
}
