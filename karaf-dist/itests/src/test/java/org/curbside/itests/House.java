package org.curbside.itests;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The house as it was built. Its modules are found by their folders, so that none can be forgotten. */
final class House {

    /** Where {@code core} and {@code bundles} are, seen from the folder that Maven runs this module's tests in. */
    static final Path ROOT = Path.of("..", "..");

    static final List<Path> MODULES =
            Stream.of("core", "bundles").flatMap(House::modules).toList();

    static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(MODULES.stream().map(House::compiled).toList());

    private House() {}

    static Path compiled(Path module) {
        return module.resolve("target").resolve("classes");
    }

    /** Those with code of ours in them. */
    private static Stream<Path> modules(String folder) {
        try (Stream<Path> modules = Files.list(ROOT.resolve(folder))) {
            return modules
                    .filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
