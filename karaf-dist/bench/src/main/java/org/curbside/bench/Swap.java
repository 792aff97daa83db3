package org.curbside.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Replaces bundles again and again under load. Add-ons, one of every kind, are updated, set back, uninstalled and installed:
 * whatever is not about that add-on has to be answered as if nothing happened. Parts of the house are updated and set back:
 * whatever is asked meanwhile may wait, and has to be answered.
 */
public final class Swap {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUIET = "quiet";
    private static final int PAUSE_SECONDS = 1;
    private static final long SETTLE_MILLIS = 4_000;
    private static final long QUIET_MILLIS = 30_000;

    private final Console console;
    private final Path folder;
    private final int swaps;

    private Swap(Console console, Path folder, int swaps) {
        this.console = console;
        this.folder = folder;
        this.swaps = swaps;
    }

    /** What to swap, URL, bin/curbside, process number, registry file, swaps of each, requests a second, system folder. */
    public static void main(String[] arguments) throws Exception {
        Console console = new Console(arguments[2]);
        Api stranger = Api.at(arguments[1]);
        Path folder = Files.createTempDirectory("bundles");
        int members = 60;
        progress("making members and questions");
        console.run("curbside:registry-load --json nppes " + arguments[4]);
        Path slow = SlowPoll.write(folder);
        console.script("bundle:install -s " + slow.toUri());
        Town town;
        try (Load load = new Load(20, arguments[3])) {
            Road road = new Road(load, stranger, console, members);
            JsonNode card = JSON.readTree(console.run("curbside:client-add --json Reader fund"));
            Api analyst = road.signIn("Reader", card.get("password").asText());
            town = new Town(stranger, analyst, road.join(), members);
        }
        Path system = Path.of(arguments[7]);
        List<Target> targets = arguments[0].equals("swap-core") ? Target.parts(system) : Target.addOns(slow, system);
        Swap swap = new Swap(console, folder, Integer.parseInt(arguments[5]));
        System.out.println(
                JSON.writeValueAsString(swap.day(town, Double.parseDouble(arguments[6]), targets, arguments[3])));
    }

    private Map<String, Object> day(Town town, double perSecond, List<Target> targets, String pid) throws Exception {
        List<Footprint> footprints = new ArrayList<>();
        Traffic traffic = new Traffic(perSecond, "warm-up", town::errand);
        progress("warming up");
        Thread.sleep(QUIET_MILLIS);
        traffic.enter(QUIET);
        progress("measuring without a swap");
        Thread.sleep(QUIET_MILLIS);
        footprints.add(Footprint.of(QUIET, pid));
        for (Target target : targets) {
            traffic.enter(target.name());
            progress("swapping " + target.jar().getFileName());
            swap(target);
            Thread.sleep(SETTLE_MILLIS);
            footprints.add(Footprint.of(target.name(), pid));
        }
        traffic.enter(QUIET);
        progress("measuring without a swap again, for machines change their pace");
        Thread.sleep(QUIET_MILLIS);
        traffic.finish();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put(
                "steps",
                Phase.of(traffic.trips(), targets.stream().collect(Collectors.toMap(Target::name, Target::own))));
        report.put("lost", town.lost());
        report.put("footprints", footprints);
        return report;
    }

    private static void progress(String what) {
        System.err.println(LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + " " + what);
    }

    private void swap(Target target) throws IOException, InterruptedException {
        List<String> commands = new ArrayList<>();
        for (String command : target.commands(swaps, folder)) {
            commands.add(command);
            commands.add("shell:sleep " + PAUSE_SECONDS);
        }
        console.script(commands.toArray(String[]::new));
    }
}
