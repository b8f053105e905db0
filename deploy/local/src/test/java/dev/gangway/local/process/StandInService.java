package dev.gangway.local.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A process of its own that stands where a service would: it is ready at once, or it fails. */
public final class StandInService {

    /** The secret with which it says that it has no database. */
    static final String WITHOUT_DATABASE = "a secret without a database";

    private StandInService() {}

    /** Is ready on the port that the environment names until it is stopped; without credentials for the store it fails. */
    public static void main(String... arguments) throws IOException {
        if (System.getenv("GANGWAY_STORE_SECRET_KEY").isEmpty()) {
            System.out.println("the store refuses an empty key");
            System.exit(3);
        }
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", StandInService::tellHealth);
        server.start();
        log("listening for " + System.getenv("QUARKUS_DATASOURCE_USERNAME") + " as "
                + System.getenv("GANGWAY_WORKER_NAME") + " on " + port + ", threads "
                + System.getenv("OMP_NUM_THREADS"));
    }

    private static void tellHealth(HttpExchange exchange) throws IOException {
        boolean ready = !System.getenv("GANGWAY_STORE_SECRET_KEY").equals(WITHOUT_DATABASE);
        byte[] health = """
                {"status": "DOWN", "checks": [{"name": "store", "status": "UP"},
                                              {"name": "Database connections health check", "status": "DOWN"}]}""".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(ready ? 200 : 503, ready ? -1 : health.length);
        if (!ready) {
            exchange.getResponseBody().write(health);
        }
        exchange.close();
    }

    private static void log(String line) throws IOException {
        Files.writeString(
                Path.of(System.getenv("QUARKUS_LOG_FILE_PATH")),
                line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Puts this class where {@code service} would be after a build. */
    static void build(Checkout checkout, Service service) {
        Path jar = checkout.root().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        String entry = StandInService.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        try {
            Files.createDirectories(jar.getParent());
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream archive = new JarOutputStream(file, manifest);
                    var bytes = StandInService.class.getClassLoader().getResourceAsStream(entry)) {
                archive.putNextEntry(new JarEntry(entry));
                bytes.transferTo(archive);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
