package org.curbside.itests;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * A module of the house, and what of ours it may know. A folder of {@code core} that nobody named here is a slice, one of
 * {@code bundles} an add-on, so that a new one has its rule before it has a class.
 *
 * @param folder the module's folder
 * @param name the package after {@code org.curbside}, which is the folder's name with dots for hyphens
 */
record Room(Path folder, String name, Kind kind) {

    /** What a room is for, and with it whom it may know. */
    enum Kind {
        SPI("a partner builds against it and nothing else"),
        API("slices meet in it, so it may know none of them", "spi.."),
        TESTKIT("a partner tests an add-on with it, and has the spi only", "spi.."),
        STORE("it carries the events of every slice and reads none", "api.event"),
        SLICE("slices meet in the api, so that each can be replaced alone", "api..", "spi..", "store"),
        DOOR("a door that knew a slice could not stay up while the slice is replaced", "api..", "spi.."),
        DEMONSTRATION("it shows what can be done through the doors", "api..", "spi.."),
        ADD_ON("a partner has nothing else", "spi..");

        private final String because;

        @SuppressWarnings("ImmutableEnumChecker") // nobody writes into it
        private final String[] known;

        Kind(String because, String... known) {
            this.because = because;
            this.known = known;
        }
    }

    static Room of(Path folder) {
        String name = folder.getFileName().toString();
        return new Room(folder, packageOf(name), kind(folder, name));
    }

    /** A word that Java keeps for itself has a line behind it: new_.york. */
    private static String packageOf(String folder) {
        return Stream.of(folder.split("-", -1))
                .map(word -> SourceVersion.isKeyword(word) ? word + "_" : word)
                .collect(Collectors.joining("."));
    }

    private static Kind kind(Path folder, String name) {
        return switch (name) {
            case "spi" -> Kind.SPI;
            case "api" -> Kind.API;
            case "testkit" -> Kind.TESTKIT;
            case "store" -> Kind.STORE;
            case "http", "console", "web" -> Kind.DOOR;
            case "demonstration" -> Kind.DEMONSTRATION;
            default -> folder.getParent().endsWith("core") ? Kind.SLICE : Kind.ADD_ON;
        };
    }

    /** Its package and those below. */
    String packages() {
        return "org.curbside." + name + "..";
    }

    /** Of ours it knows itself and what its kind may know. */
    ArchRule rule() {
        String[] allowed = Stream.concat(
                        Stream.of(packages()), Stream.of(kind.known).map(known -> "org.curbside." + known))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(packages())
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("org.curbside..").or(resideInAnyPackage(allowed)))
                .because(kind.because);
    }

    /** Compiled classes that are not in its package, where no rule would look for them. */
    List<Path> strays(Path classes) throws IOException {
        Path own = classes.resolve("org/curbside").resolve(name.replace('.', '/'));
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class") && !file.startsWith(own))
                    .toList();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
