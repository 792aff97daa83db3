package org.curbside.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.curbside.testkit.NppesFile;
import org.junit.AfterClass;
import org.junit.Assume;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * The licence desk in a process of its own, with its own user and databases. It and the community know of each other what browsers
 * and an operator carry.
 */
public class DeskAloneIT {

    private static final int REGISTRY_ROWS = 800;
    private static final Pattern INODE = Pattern.compile("socket:\\[(\\d+)]");
    private static final String ESTABLISHED = "01";

    private static final Set<String> SEEN = new TreeSet<>();

    private static RunningInstance desk;
    private static RunningInstance community;
    private static boolean twoUsers;

    @BeforeClass
    public static void startBoth() throws Exception {
        desk = RunningInstance.unpack();
        community = RunningInstance.unpack();
        desk.alone("desk", community.url());
        community.alone("community", desk.url());
        twoUsers = becomeTwoUsers();
        desk.begin();
        community.begin();
        desk.awaitReady();
        community.awaitReady();
        Path registry = Files.createTempDirectory("registry").resolve("nppes.csv");
        NppesFile.write(registry, REGISTRY_ROWS);
        open(registry);
        RunningInstance.Outcome loaded = desk.command("curbside:registry-load --json nppes " + registry);
        assertTrue(loaded.said(), loaded.json().contains("\"stored\":760"));
        bringTheKeys();
    }

    /** Only root can be two others, and only where these can reach the folder. */
    private static boolean becomeTwoUsers() throws Exception {
        if (!"root".equals(System.getProperty("user.name"))) {
            return false;
        }
        desk.belongTo("daemon");
        community.belongTo("games");
        return desk.mayRead(desk.etc()) && community.mayRead(community.etc());
    }

    private static void open(Path file) throws IOException {
        for (Path path : List.of(file.getParent(), file)) {
            assertTrue(
                    "" + path,
                    path.toFile().setReadable(true, false) && path.toFile().setExecutable(true, false));
        }
        assertTrue(file.getParent().toFile().setWritable(true, false));
    }

    /** As an operator does once in an epoch. */
    private static void bringTheKeys() throws Exception {
        Patience.until(
                "the keys are made",
                () -> desk.command("curbside:issuer-keys --json").json().contains("207R00000X"));
        Path file = Files.createTempDirectory("keys").resolve("issuer-keys.json");
        Files.writeString(file, desk.command("curbside:issuer-keys --json").json());
        open(file);
        RunningInstance.Outcome brought = community.command("curbside:issuer-keys --json --bring " + file);
        assertTrue(brought.said(), Integer.parseInt(brought.value("new")) > 1);
        assertTrue(community
                .command("curbside:issuer-keys --json --bring " + file)
                .json()
                .contains("\"new\":0"));
        Files.writeString(file, Files.readString(file).replaceFirst("\"chain\":\"..", "\"chain\":\"zz"));
        assertEquals(
                1, community.command("curbside:issuer-keys --bring " + file).exit());
    }

    @AfterClass
    public static void stopBoth() {
        for (RunningInstance instance : new RunningInstance[] {desk, community}) {
            if (instance != null) {
                instance.close();
            }
        }
    }

    @Test
    public void aPhysicianGoesFromOneToTheOther() throws Exception {
        try (Chromium atTheDesk = new Chromium(desk.url());
                Chromium inTheCommunity = new Chromium(community.url())) {
            Page page = atTheDesk.visitor();
            page.navigate(community.url() + "/verify");
            assertEquals(desk.url() + "/verify", page.url());
            page.fill("#givenName", NppesFile.givenName(0));
            page.fill("#familyName", NppesFile.familyName(0));
            page.fill("#npi", NppesFile.npi(0));
            page.click("text=Look me up");
            page.fill("#code", desk.command("curbside:letters --json").value("code"));
            page.click("text=This is my code");
            page.click("text=Make my credential");
            page.waitForSelector("#made:not([hidden])");
            look(1);
            atTheDesk.look(page, "desk-alone-credential");
            String credential = page.textContent("#credential");

            Page joining = inTheCommunity.visitor();
            joining.navigate(community.url() + "/join");
            joining.fill("#credential", credential);
            joining.fill("#pseudonym", "kestrel");
            joining.fill("#password", Members.PASSWORD);
            joining.fill("#passwordAgain", Members.PASSWORD);
            joining.click("text=Become a member");
            look(2);
            inTheCommunity.look(joining, "/", "community-alone-feed");
            assertTrue(joining.isVisible("nav >> text=kestrel"));
        }
        assertEquals("they talked to each other", Set.of(), SEEN);
    }

    /** Whoever is connected to whom, while something has just gone on. */
    private static void look(int time) throws IOException {
        seen(desk, community).forEach(connection -> SEEN.add(time + " desk " + connection));
        seen(community, desk).forEach(connection -> SEEN.add(time + " community " + connection));
    }

    /** The connections of a process to a port of the other. */
    private static List<String> seen(RunningInstance from, RunningInstance to) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> open = Files.list(Path.of("/proc/" + from.pid() + "/fd"))) {
            for (Path one : open.toList()) {
                Matcher inode = INODE.matcher(Files.readSymbolicLink(one).toString());
                if (inode.matches()) {
                    sockets.add(inode.group(1));
                }
            }
        }
        assertFalse("no socket of " + from.pid() + " was found", sockets.isEmpty());
        List<String> found = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/" + from.pid() + "/net/" + table))) {
                String[] values = line.strip().split("\\s+", -1);
                if (values.length > 9 && values[3].equals(ESTABLISHED) && sockets.contains(values[9])) {
                    int port = Integer.parseInt(values[2].substring(values[2].indexOf(':') + 1), 16);
                    if (to.ports().contains(port)) {
                        found.add(values[1] + " to " + values[2]);
                    }
                }
            }
        }
        return found;
    }

    @Test
    public void eachHasOnlyItsHalf() throws Exception {
        String atTheDesk = desk.command("bundle:list --no-format -s").said();
        String inTheCommunity = community.command("bundle:list --no-format -s").said();
        assertTrue(atTheDesk, atTheDesk.contains("curbside-identity"));
        assertFalse(atTheDesk, atTheDesk.contains("curbside-content"));
        assertTrue(inTheCommunity, inTheCommunity.contains("curbside-content"));
        assertFalse(inTheCommunity, inTheCommunity.contains("curbside-identity"));
        assertFalse(Files.exists(community.data().resolve("desk")));
        assertEquals(404, Client.of(desk.url()).get("/api/questions").statusCode());
        assertEquals(
                404, Client.of(desk.url()).postJson("/api/session/member", "{}").statusCode());
        assertEquals(
                404,
                Client.of(community.url())
                        .postJson("/api/licence-desk/claims", "{}")
                        .statusCode());
        assertTrue(
                desk.command("curbside:doctor").said(),
                desk.command("curbside:doctor").exit() == 0);
        assertTrue(
                community.command("curbside:doctor").said(),
                community.command("curbside:doctor").exit() == 0);
    }

    @Test
    public void neitherUserReadsTheOthersFiles() throws Exception {
        Assume.assumeTrue("Skipped: only root can run them as two users", twoUsers);
        assertTrue(desk.mayRead(desk.data()));
        assertFalse(desk.mayRead(community.data()));
        assertFalse(community.mayRead(desk.data()));
    }
}
