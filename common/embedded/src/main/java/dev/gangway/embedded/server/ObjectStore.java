package dev.gangway.embedded.server;

import dev.gangway.embedded.Endpoints;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An S3 store whose objects are files. Entity tags and metadata are extended attributes of the files, so the folder's file
 * system must have them.
 */
final class ObjectStore implements AutoCloseable {

    private static final String BUCKET = "gangway";

    // Public on purpose: they open a store on the loopback address of a machine for development, and nothing else.
    private static final String ACCESS_KEY = "development-only";
    private static final String SECRET_KEY = "development-only-secret";

    private final S3Proxy server;

    private ObjectStore(S3Proxy server) {
        this.server = server;
    }

    /** Starts the store on {@code folder} and creates the bucket when it is missing. */
    static ObjectStore start(Path folder, int port) throws Exception {
        // A bucket is a folder.
        Files.createDirectories(folder.resolve(BUCKET));
        S3Proxy server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(URI.create("http://" + Loopback.ADDRESS + ":" + port))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .ignoreUnknownHeaders(true)
                // Whoever reads an object slowly holds one; there are only as many as are needed.
                .jettyMaxThreads(200)
                .stopTimeout(0)
                .build();
        server.start();
        return new ObjectStore(server);
    }

    Endpoints.Store endpoint() {
        return endpoint(server.getPort());
    }

    /** Where a store on {@code port} answers. */
    static Endpoints.Store endpoint(int port) {
        return new Endpoints.Store("http://" + Loopback.ADDRESS + ":" + port, ACCESS_KEY, SECRET_KEY, BUCKET);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the store did not stop in order", e);
        }
    }
}
