package dev.gangway.local.process;

import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.NativeMemory;
import java.util.HashMap;
import java.util.Map;

/** The environment variables that tell a service where everything is. */
final class ServiceEnvironment {

    private static final String LOG_FORMAT = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5p [%c{2.}] %s%e%n";

    private ServiceEnvironment() {}

    /** The variables for {@code part}, a service whose broker, store and database answer at {@code endpoints}. */
    static Map<String, String> of(Part part, Home home, Layout layout, Endpoints endpoints) {
        Service service = Service.of(part.role());
        Map<String, String> variables = new HashMap<>();
        variables.put("GANGWAY_LOCAL", "true");
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(layout.port(part)));
        variables.put("KAFKA_BOOTSTRAP_SERVERS", endpoints.kafkaBootstrap());
        variables.putAll(database(service, endpoints.database()));
        variables.putAll(store(endpoints.store()));
        variables.putAll(logging(part, home));
        variables.putAll(computing(part, home, layout));
        return variables;
    }

    /** Variables that whoever starts the system may have set otherwise. */
    static Map<String, String> preferences() {
        Map<String, String> variables = new HashMap<>(NativeMemory.VARIABLES);
        variables.put("QUARKUS_LOG_FILE_ROTATION_MAX_FILE_SIZE", "10M");
        variables.put("QUARKUS_LOG_FILE_ROTATION_MAX_BACKUP_INDEX", "5");
        return variables;
    }

    /** A service writes its log itself, because it has to begin a new file when one is full; a start begins one anyway. */
    private static Map<String, String> logging(Part part, Home home) {
        return Map.of(
                "QUARKUS_LOG_CONSOLE_ENABLED", "false",
                "QUARKUS_LOG_FILE_ENABLED", "true",
                "QUARKUS_LOG_FILE_PATH", home.log(part).toString(),
                "QUARKUS_LOG_FILE_FORMAT", LOG_FORMAT,
                "QUARKUS_LOG_FILE_ROTATION_ROTATE_ON_BOOT", "false");
    }

    private static Map<String, String> database(Service service, Endpoints.Database database) {
        Endpoints.Login login = database.login(service.schema());
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.url(service.schema()),
                "QUARKUS_DATASOURCE_USERNAME", login.role(),
                "QUARKUS_DATASOURCE_PASSWORD", login.password());
    }

    private static Map<String, String> store(Endpoints.Store store) {
        return Map.of(
                "GANGWAY_STORE_ENDPOINT", store.endpoint(),
                "GANGWAY_STORE_ACCESS_KEY", store.accessKey(),
                "GANGWAY_STORE_SECRET_KEY", store.secretKey(),
                "GANGWAY_STORE_BUCKET", store.bucket());
    }

    private static Map<String, String> computing(Part part, Home home, Layout layout) {
        int threads = layout.share(part.role(), Runtime.getRuntime().availableProcessors());
        return Map.of(
                // What the workers' heartbeats and `status` call it is the same, also after it was started again.
                "GANGWAY_WORKER_NAME", part.label(),
                "DJL_CACHE_DIR", home.cache().toString(),
                "ENGINE_CACHE_DIR", home.cache().toString(),
                // Trainers may share the folder: each checks what it finds there, and writes under a name of its own.
                "GANGWAY_CACHE_FOLDER", home.cache().resolve("datasets").toString(),
                // Threads that wait in a loop take the processors from the other workers'.
                "OMP_WAIT_POLICY", "PASSIVE",
                "OMP_NUM_THREADS", Integer.toString(threads),
                "OPT_OUT_TRACKING", "true");
    }
}
