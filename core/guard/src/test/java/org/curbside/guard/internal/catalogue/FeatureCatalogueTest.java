package org.curbside.guard.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.AddOns;
import org.curbside.api.guard.AuditEntry.Act;
import org.curbside.api.guard.Listing;
import org.curbside.api.refusal.Refusal;
import org.curbside.guard.internal.SmallFramework;
import org.curbside.guard.internal.audit.AuditTrail;
import org.curbside.guard.internal.audit.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCatalogueTest {

    private static final String SPI = "org.curbside.spi.poll;version=\"[1.0,2)\"";

    private final Path folder;
    private final List<String> locations = new ArrayList<>();
    private final List<AddOn> installed = new ArrayList<>();
    private AuditTrail audit;
    private FeatureCatalogue catalogue;

    FeatureCatalogueTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void build() throws IOException {
        audit = new AuditTrail(folder.resolve("audit.jsonl"), Clock.systemUTC());
        catalogue = new FeatureCatalogue(folder.resolve("catalogue"), () -> locations, new Installed(), audit);
    }

    @Test
    void the_newest_version_of_each_add_on_is_listed() throws IOException {
        stock("partner.poll", "1.9.0", SPI);
        stock("partner.poll", "1.10.0", SPI);
        stock("partner.other", "1.0.0", SPI);

        assertThat(catalogue.listings())
                .extracting(Listing::name, listing -> listing.available().orElseThrow())
                .containsExactly(tuple("partner.other", "1.0.0"), tuple("partner.poll", "1.10.0"));
        assertThat(catalogue.listings())
                .allSatisfy(listing -> assertThat(listing.another()).isFalse());
    }

    @Test
    void neither_the_house_nor_a_library_nor_what_cannot_be_read_is_listed() throws IOException {
        stock("curbside-content", "1.0.0", SPI);
        stock("some.library", "1.0.0", "");
        locations.add(folder.resolve("nowhere.jar").toUri().toString());
        locations.add("nonsense:without a handler");

        assertThat(catalogue.listings()).isEmpty();
    }

    @Test
    void what_is_installed_stands_beside_what_could_be() throws IOException {
        stock("partner.poll", "2.0.0", SPI);
        installed.add(addOn("partner.poll", "1.0.0"));
        installed.add(addOn("partner.own", "3.0.0"));

        List<Listing> listings = catalogue.listings();

        assertThat(listings).extracting(Listing::name).containsExactly("partner.own", "partner.poll");
        assertThat(listings.get(0).available()).isEmpty();
        assertThat(listings.get(0).provides()).containsExactly("poll.PollType");
        assertThat(listings.get(1).another()).isTrue();
        assertThat(listings.get(1).installed()).contains(installed.get(0));
    }

    @Test
    void whoever_signed_the_jar_that_was_admitted_is_named() throws IOException {
        installed.add(addOn("partner.poll", "1.0.0"));
        audit.add(
                "Porter",
                Act.INSTALL,
                new Subject("partner.poll", Optional.of("1.0.0"), Optional.of("ab12"), Optional.of("CN=Partner")),
                true,
                Optional.empty());

        assertThat(catalogue.listings().get(0).signer()).contains("CN=Partner");
    }

    @Test
    void the_jar_is_fetched_as_it_is_now() throws IOException {
        Path jar = stock("partner.poll", "1.0.0", SPI);
        assertThat(catalogue.listings()).hasSize(1);
        Files.write(jar, SmallFramework.jar("partner.poll", "1.0.1", SPI, null));

        assertThat(Files.readAllBytes(catalogue.fetch("partner.poll"))).isEqualTo(Files.readAllBytes(jar));
        assertThat(catalogue.listings().get(0).available()).contains("1.0.1");
    }

    @Test
    void what_no_repository_has_is_not_fetched() {
        installed.add(addOn("partner.poll", "1.0.0"));

        assertThatThrownBy(() -> catalogue.fetch("partner.poll"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("not-in-catalogue"));
    }

    private Path stock(String name, String version, String imports) throws IOException {
        Path jar = Files.write(
                folder.resolve(name + "-" + version + ".jar"), SmallFramework.jar(name, version, imports, null));
        locations.add(jar.toUri().toString());
        return jar;
    }

    private static AddOn addOn(String name, String version) {
        return new AddOn(
                name,
                version,
                Optional.empty(),
                AddOn.State.WORKING,
                List.of("poll.PollType"),
                AddOn.Calls.NONE,
                Optional.empty());
    }

    private final class Installed implements AddOns {

        @Override
        public List<AddOn> installed() {
            return installed;
        }

        @Override
        public void quarantine(String name, @Nullable String reason, String who) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(String name, String who) {
            throw new UnsupportedOperationException();
        }
    }
}
