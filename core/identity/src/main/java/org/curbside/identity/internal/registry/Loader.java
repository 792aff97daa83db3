package org.curbside.identity.internal.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.curbside.api.identity.LoadReport;
import org.curbside.api.identity.LoadTerms;
import org.curbside.api.identity.RegistryLoader;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Census;
import org.curbside.spi.verification.BulkRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Loads registries into the desk's database. */
@Component
public final class Loader implements RegistryLoader {

    private final BulkRegistries registries;
    private final Books books;
    private final AfterLoad afterLoad;
    private final Clock clock;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    /** As the platform runs it, on the system's clock. */
    @Activate
    public Loader(@Reference BulkRegistries registries, @Reference Books books, @Reference AfterLoad afterLoad) {
        this(registries, books, afterLoad, Clock.systemUTC());
    }

    Loader(BulkRegistries registries, Books books, AfterLoad afterLoad, Clock clock) {
        this.registries = registries;
        this.books = books;
        this.afterLoad = afterLoad;
        this.clock = clock;
    }

    @Override
    public List<String> registries() {
        return registries.ids();
    }

    @Override
    public LoadReport load(String id, Path file, LoadTerms terms, Consumer<LoadReport> progress) throws IOException {
        BulkRegistry registry = registries
                .find(id)
                .orElseThrow(() -> Refusal.notFound(
                        "no-such-registry", "There is no registry \"" + id + "\". Installed: " + registries.ids()));
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw Refusal.notFound("no-such-file", "There is no file " + file + " that can be read.");
        }
        if (!running.add(id)) {
            throw Refusal.conflict("registry-loading", "This registry is being loaded already. Wait until it is done.");
        }
        try {
            LoadReport report = new BulkLoad(id, registry, file, terms, books, clock).run(progress);
            if (registry.coverage().national()) {
                new Census(books).recount(id);
            }
            afterLoad.loaded();
            return report;
        } finally {
            running.remove(id);
        }
    }
}
