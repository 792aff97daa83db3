package org.curbside.store.internal;

import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a slice's data source, migrates it, and publishes it again with {@code curbside.migrated=NAME}. A
 * persistence unit waits for that one, so it never starts on a schema that is out of date.
 */
final class MigratedDataSource extends ServiceTracker<DataSource, ServiceRegistration<DataSource>> {

    private static final Logger LOG = LoggerFactory.getLogger(MigratedDataSource.class);
    private static final String MIGRATED = "curbside.migrated";

    private final Migration migration;

    MigratedDataSource(BundleContext context, Migration migration) throws InvalidSyntaxException {
        super(
                context,
                FrameworkUtil.createFilter("(&(objectClass=javax.sql.DataSource)(dataSourceName="
                        + migration.dataSource() + ")(!(" + MIGRATED + "=*)))"),
                null);
        this.migration = migration;
    }

    @Override
    public @Nullable ServiceRegistration<DataSource> addingService(ServiceReference<DataSource> reference) {
        DataSource database = context.getService(reference);
        try {
            LOG.info("Schema {}: {} scripts run", migration.name(), migration.run(database));
        } catch (Exception e) {
            LOG.error("Schema {} could not be brought up to date; its slice stays down", migration.name(), e);
            context.ungetService(reference);
            return null;
        }
        return context.registerService(
                DataSource.class,
                database,
                FrameworkUtil.asDictionary(
                        Map.of("dataSourceName", migration.dataSource(), MIGRATED, migration.name())));
    }

    @Override
    public void removedService(ServiceReference<DataSource> reference, ServiceRegistration<DataSource> published) {
        published.unregister();
        context.ungetService(reference);
    }
}
