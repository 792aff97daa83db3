package org.curbside.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/** A PostgreSQL of its own with Curbside's two empty databases: prints its port and process number, and stops when it is killed. */
public final class Postgresql {

    private Postgresql() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database community");
            statement.execute("create database desk");
            try (var row = statement.executeQuery("select pg_backend_pid()")) {
                row.next();
                ProcessHandle backend = ProcessHandle.of(row.getLong(1)).orElseThrow();
                System.out.println(
                        server.getPort() + " " + backend.parent().orElseThrow().pid());
            }
        }
        new CountDownLatch(1).await();
    }
}
