package org.curbside.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.curbside.api.identity.LoadReport;
import org.curbside.identity.internal.registry.BulkRegistries;
import org.curbside.identity.internal.registry.Loader;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Entries;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.verification.florida.FloridaRegistry;
import org.curbside.verification.leie.ExclusionRegistry;
import org.curbside.verification.rpps.RppsRegistry;
import org.curbside.verification.texas.TexasRegistry;
import org.curbside.verification.washington.WashingtonRegistry;
import org.junit.Test;

/** Files in the layouts that registries publish, where they are at hand. */
public class RegistrySamplesTest {

    private static final String FOLDER = "data/boards/";

    @Test
    public void floridaWithItsSeparatorsAndQuotes() throws Exception {
        assertEquals(
                List.of("ME990001 ACTIVE", "ME990003 INACTIVE", "OS90002 INDETERMINATE"),
                read(new FloridaRegistry(), FOLDER + "FL_PROF_ALL_synthetic.txt", "ME990001", "ME990003", "OS90002"));
    }

    @Test
    public void floridaWithoutHeaders() throws Exception {
        assertEquals(
                List.of("ME990001 ACTIVE", "OS90002 INDETERMINATE"),
                read(new FloridaRegistry(), FOLDER + "FL_lic_status_headerless_synthetic.dat", "ME990001", "OS90002"));
    }

    @Test
    public void texas() throws Exception {
        assertEquals(
                List.of("T0001 ACTIVE", "T0002 INACTIVE"),
                read(new TexasRegistry(), FOLDER + "TX_TMB_tm3v-pfq9_synthetic.json", "T0001", "T0002"));
    }

    @Test
    public void washington() throws Exception {
        assertEquals(
                List.of("MD.MD.00090001 ACTIVE", "OP.OP.00090002 INDETERMINATE"),
                read(
                        new WashingtonRegistry(),
                        FOLDER + "WA_DOH_qxh8-f4bd_synthetic.json",
                        "MD.MD.00090001",
                        "OP.OP.00090002"));
    }

    @Test
    public void franceWithItsLastSeparator() throws Exception {
        assertEquals(
                List.of("10009999990 ACTIVE"),
                read(
                        new RppsRegistry(),
                        FOLDER + "FR_RPPS_PS_LibreAcces_Personne_activite_synthetic.txt",
                        "10009999990"));
    }

    @Test
    public void exclusionsOfOrganisationsAreNobodys() throws Exception {
        assertEquals(List.of(), read(new ExclusionRegistry(), "data/exclusions/LEIE_UPDATED_head_real.csv"));
    }

    /** What a registry says of each of the numbers. */
    private static List<String> read(BulkRegistry registry, String name, String... numbers) throws Exception {
        Optional<Path> sample = Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("shared").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
        assumeTrue("Skipped: there is no ../shared/" + name, sample.isPresent());
        Books books = new Books(PopulationTest.database(name));
        BulkRegistries registries = new BulkRegistries();
        registries.addRegistry(registry, Map.of("curbside.registry.id", "sample"));
        LoadReport report =
                new Loader(registries, books, () -> {}).load("sample", copy(sample.orElseThrow()), told -> {});
        assertEquals("" + report, numbers.length, new Entries(books).count("sample"));
        List<String> said = new ArrayList<>();
        for (String number : numbers) {
            RegistryEntry entry = new Entries(books).find("sample", number).orElseThrow();
            said.add(number + " " + registry.judge(entry).verdict());
        }
        return said;
    }

    private static Path copy(Path file) throws IOException {
        return Files.copy(file, Files.createTempDirectory("sample").resolve(file.getFileName()));
    }
}
