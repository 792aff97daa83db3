package org.curbside.itests;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL of its own that can be killed and started again on what is on its disk. */
final class KillablePostgresql implements AutoCloseable {

    private static final int ANY_FREE = 0;

    private final Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "postgresql");
    private EmbeddedPostgres server;

    /** Runs, with databases of these names. */
    KillablePostgresql(String... databases) throws Exception {
        server = start(ANY_FREE);
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (String database : databases) {
                statement.execute("create database " + database);
            }
        }
    }

    /** As PostgreSQL is by itself; the embedded one answers before it has written. */
    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPort(port)
                .start();
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database + "?reWriteBatchedInserts=true";
    }

    /** Kill -9, of the server and of every process that it has for a connection. */
    void kill() {
        List<ProcessHandle> processes = processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    private List<ProcessHandle> processes() {
        try {
            String first = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
            ProcessHandle server =
                    ProcessHandle.of(Long.parseLong(first.strip())).orElseThrow();
            return Stream.concat(Stream.of(server), server.descendants()).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** At the same address, on the same files. */
    void startAgain() throws IOException {
        int port = server.getPort();
        server.close();
        server = start(port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
