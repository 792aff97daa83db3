package org.curbside.store.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** Migrates the schema of every bundle that declares a {@link Migration}, for as long as the bundle is active. */
@Component(
        immediate = true,
        service = {})
public final class MigrationExtender implements BundleTrackerCustomizer<List<MigratedDataSource>> {

    private final BundleContext context;
    private final BundleTracker<List<MigratedDataSource>> bundles;

    /** Starts looking at bundles. */
    @Activate
    public MigrationExtender(BundleContext context) {
        this.context = context;
        this.bundles = new BundleTracker<>(context, Bundle.ACTIVE | Bundle.STARTING, this);
        this.bundles.open();
    }

    @Deactivate
    void close() {
        bundles.close();
    }

    @Override
    public @Nullable List<MigratedDataSource> addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        List<MigratedDataSource> dataSources = new ArrayList<>();
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        for (BundleCapability declared : revision.getDeclaredCapabilities(Migration.NAMESPACE)) {
            dataSources.add(open(Migration.declaredBy(bundle, declared.getAttributes())));
        }
        return dataSources.isEmpty() ? null : dataSources;
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, List<MigratedDataSource> dataSources) {
        // from STARTING to ACTIVE nothing changes here
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, List<MigratedDataSource> dataSources) {
        dataSources.forEach(MigratedDataSource::close);
    }

    private MigratedDataSource open(Migration migration) {
        try {
            MigratedDataSource dataSource = new MigratedDataSource(context, migration);
            dataSource.open();
            return dataSource;
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("Not a data source name: " + migration.dataSource(), e);
        }
    }
}
