package dev.gangway.embedded.server;

import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.Endpoints.Login;
import dev.gangway.embedded.LastLines;
import dev.gangway.embedded.Postmaster;
import dev.gangway.embedded.ServiceSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.io.file.PathUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL with one schema and one role per service. */
final class PostgresDatabase implements AutoCloseable {

    static final String NAME = "gangway";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);

    // Public on purpose, as the roles' passwords are: for the loopback address of a machine for development.
    private static final String SUPERUSER_PASSWORD = "development-only-superuser";

    /** Nobody comes in without a password, and only over the loopback address. */
    private static final String ACCESS = "host all all " + Loopback.ADDRESS + "/32 scram-sha-256\n";

    private final EmbeddedPostgres server;

    private PostgresDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts the server under {@code data}, after stopping one that a killed process left behind there. */
    static PostgresDatabase start(Path data, int port) throws Exception {
        Path cluster = Postmaster.cluster(data);
        if (Postmaster.stop(cluster)) {
            LOG.warn("stopped the database server that an earlier process left behind");
        }
        Postmaster.forgetKilled(cluster);
        Path initialised = data.resolve("postgres.initialised");
        if (!Files.exists(initialised) && Files.exists(cluster)) {
            // Killed while the folder was being made: it holds nothing yet.
            PathUtils.deleteDirectory(cluster);
        }
        EmbeddedPostgres server = server(data, cluster, Loopback.portOrFree(port));
        DatabaseRoles.create(server);
        if (!Files.exists(initialised)) {
            Files.createFile(initialised);
        }
        return new PostgresDatabase(server);
    }

    Endpoints.Database endpoint() {
        return endpoint(server.getPort());
    }

    /** Where a database on {@code port} answers. */
    static Endpoints.Database endpoint(int port) {
        return new Endpoints.Database(
                "jdbc:postgresql://" + Loopback.ADDRESS + ":" + port + "/" + NAME,
                Arrays.stream(ServiceSchema.values())
                        .collect(Collectors.toMap(
                                schema -> schema, schema -> new Login(schema.role(), schema.developmentPassword()))));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static EmbeddedPostgres server(Path data, Path cluster, int port) throws IOException {
        Path password = Files.writeString(data.resolve("postgres.password"), SUPERUSER_PASSWORD);
        Path output = data.resolve(Postmaster.LOG_NAME);
        Files.deleteIfExists(output);
        ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(output.toFile());
        try {
            return builder(cluster, port, password, log).start();
        } catch (IOException e) {
            // The library knows only that nobody answers; the server said why.
            throw new IOException("the database server did not start:\n" + LastLines.of(output), e);
        }
    }

    private static EmbeddedPostgres.Builder builder(
            Path cluster, int port, Path password, ProcessBuilder.Redirect log) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setOverrideWorkingDirectory(Binaries.folder().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(30))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("pwfile", password.toString())
                .setConnectConfig("password", SUPERUSER_PASSWORD)
                .setDataDirectoryCustomizer(PostgresDatabase::restrictAccess)
                .setServerConfig("listen_addresses", Loopback.ADDRESS)
                .setServerConfig("unix_socket_directories", "")
                // The library is made for tests and turns both off; this data must survive a power cut.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "32MB")
                // A file for each hour, begun anew a day later. What it says at its start, and when that fails, goes to
                // the other log.
                .setServerConfig("logging_collector", "on")
                // Relative to the cluster: these settings become one line for a shell, in which a path might be two
                // words.
                .setServerConfig("log_directory", "../" + Postmaster.LOG_FOLDER)
                .setServerConfig("log_filename", "postgres-%H.log")
                .setServerConfig("log_rotation_age", "1h")
                .setServerConfig("log_rotation_size", "0")
                .setServerConfig("log_truncate_on_rotation", "on")
                .setOutputRedirector(log)
                .setErrorRedirector(log);
    }

    private static void restrictAccess(java.io.File cluster) {
        try {
            Files.writeString(cluster.toPath().resolve("pg_hba.conf"), ACCESS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
