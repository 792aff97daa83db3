package org.curbside.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.itests.Room.Kind;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Every room knows whom it may, and is seen to be caught with each of the others. */
@RunWith(Parameterized.class)
public class RoomTest {

    private static final List<Room> ROOMS = House.MODULES.stream().map(Room::of).toList();

    /** In every room a stone, and for every other room a class that holds the stone of that one. */
    private static final JavaClasses PLANTED = planted();

    @Parameter(0)
    public Room room;

    @Parameters(name = "{0}")
    public static List<Room> rooms() {
        return ROOMS;
    }

    @Test
    public void knowsWhomItMay() {
        room.rule().check(House.CLASSES);
    }

    @Test
    public void isCaughtWithEveryOtherRoom() {
        List<String> caught = room.rule().evaluate(PLANTED).getFailureReport().getDetails();
        Set<String> strangers = others().filter(other -> !mayKnow(room.kind()).contains(other.kind()))
                .map(Room::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> seen = others().filter(other -> caught.stream().anyMatch(line -> line.contains(holding(other))))
                .map(Room::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(strangers, seen);
    }

    @Test
    public void keepsItsClassesInThePackageOfItsFolder() throws IOException {
        assertEquals(List.of(), room.strays(House.compiled(room.folder())));
    }

    @Test
    public void isCaughtWithAClassInAnotherPackage() throws IOException {
        Path classes = Files.createTempDirectory(Path.of("target"), "planted");
        Path stray = classes.resolve("org/curbside/annex/Stray.class");
        Files.createDirectories(stray.getParent());
        Files.createFile(stray);
        assertEquals(List.of(stray), room.strays(classes));
    }

    @Test
    public void hasNeighboursOfEveryKind() {
        assertEquals(EnumSet.allOf(Kind.class), ROOMS.stream().map(Room::kind).collect(Collectors.toSet()));
        assertTrue("" + ROOMS, ROOMS.size() > 20);
    }

    /** The house once more, in other words than the rules. Of the store, a slice knows one package; no stone lies there. */
    private static Set<Kind> mayKnow(Kind kind) {
        return switch (kind) {
            case SPI, STORE -> Set.of();
            case API, TESTKIT, ADD_ON -> Set.of(Kind.SPI);
            case SLICE, DOOR, DEMONSTRATION -> Set.of(Kind.SPI, Kind.API);
        };
    }

    private Stream<Room> others() {
        return ROOMS.stream().filter(other -> !other.equals(room));
    }

    private static JavaClasses planted() {
        Planted planted = new Planted();
        for (Room room : ROOMS) {
            planted.type(garden(room), "Stone", "public interface Stone {}");
            for (Room other : ROOMS) {
                String text = "interface " + holding(other) + " { " + garden(other) + ".Stone stone(); }";
                planted.type(garden(room), holding(other), text);
            }
        }
        return planted.compiled();
    }

    private static String garden(Room room) {
        return "org.curbside." + room.name() + ".planted";
    }

    private static String holding(Room other) {
        return "Holds_" + other.name().replace('.', '_') + "_stone";
    }
}
