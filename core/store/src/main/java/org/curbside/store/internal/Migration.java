package org.curbside.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.osgi.framework.Bundle;

/**
 * A slice's schema: which data source it lives in, and where in the bundle its scripts are. A bundle declares it as
 * {@code Provide-Capability: curbside.migration;curbside.migration=NAME;datasource=NAME;location=FOLDER}.
 *
 * @param name names the history table {@code mig_NAME}, so that slices sharing a database do not share a history
 * @param dataSource the {@code dataSourceName} of a configured data source
 * @param scripts the scripts for a database vendor in lower case, such as {@code h2} or {@code postgresql}
 */
record Migration(String name, String dataSource, Function<String, ResourceProvider> scripts) {

    static final String NAMESPACE = "curbside.migration";

    /** Slices share databases, and H2 gives up when two sessions change tables at once. */
    private static final Object ONE_AT_A_TIME = new Object();

    static Migration declaredBy(Bundle bundle, Map<String, Object> attributes) {
        String location = required(bundle, attributes, "location");
        return new Migration(
                required(bundle, attributes, NAMESPACE),
                required(bundle, attributes, "datasource"),
                vendor -> Scripts.of(bundle, location, vendor));
    }

    /** Runs the scripts that have not run yet, after those of any other slice, and returns how many those were. */
    int run(DataSource database) throws SQLException {
        synchronized (ONE_AT_A_TIME) {
            return migrate(database);
        }
    }

    private int migrate(DataSource database) throws SQLException {
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(database)
                .table("mig_" + name)
                .resourceProvider(scripts.apply(vendorOf(database)))
                .javaMigrationClassProvider(List::of)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .validateMigrationNaming(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static String vendorOf(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        }
    }

    private static String required(Bundle bundle, Map<String, Object> attributes, String key) {
        if (attributes.get(key) instanceof String value) {
            return value;
        }
        throw new IllegalArgumentException(bundle + " declares " + NAMESPACE + " without " + key);
    }
}
