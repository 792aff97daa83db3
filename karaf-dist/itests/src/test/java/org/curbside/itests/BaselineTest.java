package org.curbside.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/**
 * What partners build against has not changed since the last release without a new version of the package. With
 * {@code -Dbaseline=write} what was built is written down instead, which is part of a release and of nothing else.
 */
@RunWith(Parameterized.class)
public class BaselineTest {

    @Parameter
    public String module;

    @Parameters(name = "{0}")
    public static List<String> modules() {
        return List.of("spi", "testkit");
    }

    @Test
    public void whatPartnersBuildAgainstChangesOnlyWithItsVersion() throws Exception {
        Baseline built = Baseline.of(bundle());
        Path file = House.ROOT.resolve("core").resolve(module).resolve("baseline.txt");
        if ("write".equals(System.getProperty("baseline"))) {
            Files.write(file, built.lines());
        }
        assertEquals(List.of(), Baseline.read(Baseline.linesOf(file)).brokenBy(built));
    }

    /** By taking the first method out of what was built, and by adding one to what was written down. */
    @Test
    public void aPlantedChangeIsFound() throws Exception {
        List<String> lines = Baseline.of(bundle()).lines();
        String method = lines.stream()
                .filter(line -> line.strip().startsWith("METHOD\t"))
                .findFirst()
                .orElseThrow();
        int at = lines.indexOf(method);
        List<String> more = Stream.concat(
                        Stream.concat(lines.subList(0, at).stream(), Stream.of(method.replaceFirst("\t", "\tplanted"))),
                        lines.subList(at, lines.size()).stream())
                .toList();

        assertFalse(Baseline.read(more).brokenBy(Baseline.read(lines)).isEmpty());
        assertFalse(Baseline.read(lines).brokenBy(Baseline.read(more)).isEmpty());
        assertEquals(List.of(), Baseline.read(lines).brokenBy(Baseline.read(lines)));
    }

    private Path bundle() throws IOException {
        try (Stream<Path> files =
                Files.list(House.ROOT.resolve("core").resolve(module).resolve("target"))) {
            return files.filter(
                            file -> ("" + file.getFileName()).matches("curbside-" + module + "-.*(?<!sources)\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
