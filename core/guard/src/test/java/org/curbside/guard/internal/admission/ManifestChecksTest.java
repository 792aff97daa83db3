package org.curbside.guard.internal.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curbside.guard.internal.admission.Candidates.assertPassed;
import static org.curbside.guard.internal.admission.Candidates.assertRefused;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import org.curbside.api.guard.Finding;
import org.curbside.api.guard.Finding.Result;
import org.curbside.testkit.bundle.AddOnJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestChecksTest {

    private final Path folder;
    private final SmallHouse house;

    ManifestChecksTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        house = new SmallHouse(folder);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void a_name_is_allowed_by_a_pattern() throws Exception {
        assertPassed(named("org.example.poll", "*"));
        assertPassed(named("org.example.poll", "curbside-*, org.example.*"));
        assertRefused(named("org.example.poll", "curbside-*"), "not allowed here", "curbside-*", "\"allowed\"");
        assertRefused(named("orgXexampleXpoll", "org.example.*"), "not allowed here");
        assertRefused(named("org.example.poll", ""), "not allowed here");
    }

    @Test
    void a_name_of_the_house_is_never_allowed() throws Exception {
        assertRefused(named("curbside-identity", "*"), "a part of Curbside itself");
    }

    @Test
    void an_add_on_imports_the_spi_only() throws Exception {
        assertPassed(importing(SampleJar.SPI + ",org.slf4j"));
        assertRefused(importing(SampleJar.SPI + ",org.curbside.api.identity"), "org.curbside.api.identity");
        assertRefused(importing("org.slf4j"), "imports nothing of org.curbside.spi");
    }

    @Test
    void no_other_way_into_the_house_is_open() throws Exception {
        Imports imports = new Imports();
        assertRefused(imports.on(with("DynamicImport-Package", "*")), "dynamically");
        assertRefused(imports.on(with("DynamicImport-Package", "org.curbside.api.*")), "dynamically");
        assertPassed(imports.on(with("DynamicImport-Package", "org.example.*")));
        assertRefused(imports.on(with("Require-Bundle", "curbside-api")), "requires curbside-api");
        assertRefused(imports.on(with("Fragment-Host", "curbside-identity")), "fragment of curbside-identity");
        assertRefused(imports.on(with("Export-Package", "org.curbside.spi.poll")), "exports org.curbside.spi.poll");
    }

    @Test
    void an_add_on_for_another_spi_is_told_which_is_here_and_which_it_asks_for() throws Exception {
        assertPassed(spi("org.curbside.spi.poll;version=\"[1.0,2)\""));
        assertRefused(
                spi("org.curbside.spi.poll;version=\"[2.0,3)\""), "org.curbside.spi.poll [2.0,3), but 1.0.0 is here");
        assertRefused(spi("org.curbside.spi.poll;version=\"[1.1,1.2)\""), "[1.1,1.2), but 1.0.0 is here");
        assertRefused(spi("org.curbside.spi.news"), "does not have");
        assertThat(spi("org.curbside.spi.poll").result()).isEqualTo(Result.WARNED);
    }

    @Test
    void whatever_it_must_have_is_here_or_named() throws Exception {
        assertPassed(resolving(SampleJar.SPI));
        assertPassed(resolving(SampleJar.SPI + ",org.nowhere;resolution:=optional"));
        assertRefused(
                resolving(SampleJar.SPI + ",org.nowhere;version=\"[3,4)\""),
                "the package org.nowhere [3,4), which nothing here exports");
        assertRefused(resolving(SampleJar.SPI + ",org.osgi.framework;version=\"[99,100)\""), "org.osgi.framework");
    }

    @Test
    void what_it_provides_itself_it_does_not_lack() throws Exception {
        AddOnJar jar = SampleJar.fine()
                .with("Import-Package", SampleJar.SPI + ",org.example;version=\"[1,2)\"")
                .with("Export-Package", "org.example;version=\"1.5\"");

        assertPassed(new Resolution(house.here()).on(Candidates.of(jar, folder)));
    }

    @Test
    void a_capability_that_is_missing_is_named() throws Exception {
        Candidate candidate = with(
                "Require-Capability",
                "osgi.extender;filter:=\"(osgi.extender=osgi.enroute)\",osgi.service;effective:=active");

        assertRefused(new Resolution(house.here()).on(candidate), "osgi.extender", "osgi.enroute");
    }

    @Test
    void an_id_of_another_bundle_is_refused_by_that_bundles_name_started_or_not() throws Exception {
        byte[] other =
                SampleJar.fine().with("Bundle-SymbolicName", "partner.first").bytes();
        house.install("memory:first", new ByteArrayInputStream(other));

        assertRefused(ids(SampleJar.fine()), "partner.first", "poll.PollType \"fine\"");
        assertPassed(ids(SampleJar.of("other", "FinePoll")));
    }

    @Test
    void its_own_older_version_does_not_stand_in_its_way() throws Exception {
        byte[] older = SampleJar.fine().with("Bundle-Version", "1.0.0").bytes();
        house.install("memory:older", new ByteArrayInputStream(older));

        assertPassed(ids(SampleJar.fine()));
    }

    @Test
    void what_it_offers_has_an_id_of_its_own() throws Exception {
        assertRefused(ids(SampleJar.of("", "FinePoll")), "needs an id");
        assertRefused(ids(SampleJar.of("Fine Poll", "FinePoll")), "needs an id");
        assertRefused(
                ids(SampleJar.fine().offering("again", "curbside.poll.type", "fine", "poll.PollType", "x.Y")), "twice");
        assertRefused(
                ids(SampleJar.fine()
                        .offering("one", "curbside.registry.id", "board", "verification.BulkRegistry", "x.Y")
                        .offering("two", "curbside.registry.id", "board", "verification.LicenseRegistry", "x.Z")),
                "twice");
        assertRefused(ids(SampleJar.fine().withFile("OSGI-INF/poll.xml", "<a/>")), "offers nothing");
    }

    private Finding named(String name, String patterns) throws Exception {
        return new AllowedName(patterns).on(with("Bundle-SymbolicName", name));
    }

    private Finding importing(String packages) throws Exception {
        return new Imports().on(with("Import-Package", packages));
    }

    private Finding spi(String packages) throws Exception {
        return new SpiVersion(house.here()).on(with("Import-Package", packages));
    }

    private Finding resolving(String packages) throws Exception {
        return new Resolution(house.here()).on(with("Import-Package", packages));
    }

    private Finding ids(AddOnJar jar) throws Exception {
        return new UniqueIds(house.here(), bundle -> true).on(Candidates.of(jar, folder));
    }

    private Candidate with(String header, String value) throws Exception {
        return Candidates.of(SampleJar.fine().with(header, value), folder);
    }
}
