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
import java.util.function.Predicate;

/**
 * Replaces an add-on of every kind again and again under load: update, downgrade, uninstall, install. Whatever is not about
 * that add-on has to be answered as if nothing happened.
 */
public final class Swap {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUIET = "quiet";
    private static final int PER_CYCLE = 4;
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

    /** URL, bin/curbside, process number, registry file, swaps of each kind, requests per second, folder of add-ons. */
    public static void main(String[] arguments) throws Exception {
        Console console = new Console(arguments[1]);
        Api stranger = Api.at(arguments[0]);
        Path folder = Files.createTempDirectory("addons");
        int members = 60;
        Swap swap = new Swap(console, folder, Integer.parseInt(arguments[4]));
        progress("making members and questions");
        console.run("curbside:registry-load --json nppes " + arguments[3]);
        swap.install(AddOnJar.slowPoll(folder));
        Town town;
        try (Load load = new Load(20, arguments[2])) {
            Road road = new Road(load, stranger, console, members);
            JsonNode card = JSON.readTree(console.run("curbside:client-add --json Reader fund"));
            Api analyst = road.signIn("Reader", card.get("password").asText());
            town = new Town(stranger, analyst, road.join(), members);
        }
        System.out.println(JSON.writeValueAsString(
                swap.day(town, Double.parseDouble(arguments[5]), Path.of(arguments[6]), arguments[2])));
    }

    private Map<String, Object> day(Town town, double perSecond, Path addOns, String pid) throws Exception {
        Map<String, Path> kinds = kinds(addOns);
        List<Footprint> footprints = new ArrayList<>();
        Traffic traffic = new Traffic(perSecond, "warm-up", town::errand);
        progress("warming up");
        Thread.sleep(QUIET_MILLIS);
        traffic.enter(QUIET);
        progress("measuring without a swap");
        Thread.sleep(QUIET_MILLIS);
        for (Map.Entry<String, Path> kind : kinds.entrySet()) {
            traffic.enter(kind.getKey());
            progress("swapping " + kind.getValue().getFileName());
            swap(kind.getValue());
            Thread.sleep(SETTLE_MILLIS);
            footprints.add(Footprint.of(pid));
        }
        traffic.finish();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("steps", Phase.of(traffic.trips()));
        report.put("lost", town.lost());
        report.put("footprints", footprints);
        return report;
    }

    private static void progress(String what) {
        System.err.println(LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + " " + what);
    }

    /** The kinds of add-on, by what is theirs alone. */
    private Map<String, Path> kinds(Path addOns) throws IOException {
        Map<String, Path> kinds = new LinkedHashMap<>();
        kinds.put(Town.VOTE_SLOWLY, folder.resolve("slow.jar"));
        for (Map.Entry<String, String> kind : List.of(
                Map.entry(Town.ADVISE, "screening-phi"),
                Map.entry(Town.CLAIM, "verification-nppes"),
                Map.entry(Town.DOWNLOAD, "export-csv"))) {
            kinds.put(kind.getKey(), jar(addOns, "curbside-" + kind.getValue()));
        }
        return kinds;
    }

    private static Path jar(Path addOns, String name) throws IOException {
        Predicate<Path> is = path -> path.getFileName().toString().startsWith(name + "-")
                && path.getFileName().toString().endsWith(".jar");
        try (var files = Files.walk(addOns)) {
            return files.filter(is).findFirst().orElseThrow();
        }
    }

    private void install(Path jar) throws IOException, InterruptedException {
        console.script("bundle:install -s " + jar.toUri());
    }

    private void swap(Path jar) throws IOException, InterruptedException {
        String name = AddOnJar.name(jar);
        String newer = "" + AddOnJar.copy(jar, "99.0.0", folder).toUri();
        String older = "" + AddOnJar.copy(jar, "98.0.0", folder).toUri();
        List<String> commands = new ArrayList<>();
        for (int n = 0; n < swaps; n += PER_CYCLE) {
            for (String command : List.of(
                    "bundle:update " + name + " " + newer,
                    "bundle:update " + name + " " + older,
                    "bundle:uninstall " + name,
                    "bundle:install -s " + older)) {
                commands.add(command);
                commands.add("shell:sleep " + PAUSE_SECONDS);
            }
        }
        console.script(commands.toArray(String[]::new));
    }
}
