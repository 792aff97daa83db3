package org.curbside.testkit.canary;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;

/**
 * Starts an add-on in a framework of its own and tries what it offers, so that an add-on which hangs, throws, ends the
 * process or eats the memory does it here. Run as a process, with the folder that holds everything as the argument:
 * {@code bundles/*.jar} and {@code addon.jar} are read, {@code report} is written; see {@link Report}.
 */
public final class Canary {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Report report;
    private final Calls calls;
    private final Cage cage;

    private Canary(Path folder, Report report) {
        this.report = report;
        this.calls = new Calls(report, DEADLINE);
        this.cage = new Cage(folder, calls);
    }

    /** The folder, and then what the add-on should offer, each as {@code TYPE PROPERTY ID}, and a fourth word if it has to be configured. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Report report = new Report(folder.resolve("report"));
        List<Offered> offers =
                Arrays.stream(arguments).skip(1).map(Offered::read).toList();
        try {
            new Canary(folder, report).sing(offers);
            report.done();
        } catch (Broken broken) {
            report.refused("" + broken.getMessage());
        } catch (Exception | LinkageError unforeseen) {
            report.refused("It gave something that cannot be used: " + Calls.words(unforeseen) + ".");
        }
        Runtime.getRuntime().halt(0); // whatever still hangs
    }

    private void sing(List<Offered> offers) throws Exception {
        Overheard overheard = new Overheard();
        System.setOut(new PrintStream(overheard, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        report.doing("framework");
        cage.open();
        Bundle addOn = cage.start("addon.jar");
        for (Offered offered : offers) {
            if (offered.configured()) {
                report.warned("It offers the " + offered + " when it is configured, which was not tried.");
                continue;
            }
            Object service = cage.service(addOn, offered, overheard);
            Trial.of(service, calls, report).run(offered.id());
        }
        cage.refuseUndeclared(addOn, offers);
        cage.stop(addOn);
    }
}
