package dev.gangway.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Where broker, store and database of one data folder answer, and how to sign in. All credentials are those of development:
 * they are written in the source and open nothing but parts bound to the loopback address.
 *
 * @param pid the process that holds all three
 * @param kafkaBootstrap {@code host:port} of the broker
 * @param store the S3 store
 * @param database the PostgreSQL database
 */
public record Endpoints(long pid, String kafkaBootstrap, Store store, Database database) {

    /** The file in the data folder that holds these values, written when everything answers. */
    public static final String FILE_NAME = "endpoints.properties";

    public Endpoints {
        Objects.requireNonNull(kafkaBootstrap, "kafkaBootstrap");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(database, "database");
    }

    /**
     * An S3 store.
     *
     * @param endpoint its URL
     * @param accessKey the key's name
     * @param secretKey the key
     * @param bucket the bucket that exists for Gangway
     */
    public record Store(String endpoint, String accessKey, String secretKey, String bucket) {}

    /**
     * A PostgreSQL database with one schema per service.
     *
     * @param url the JDBC URL, without a schema
     * @param logins one login for each service; each owns its schema and sees no other
     */
    public record Database(String url, Map<ServiceSchema, Login> logins) {

        public Database {
            logins = Map.copyOf(logins);
        }

        /** The login of the service that owns {@code schema}. */
        public Login login(ServiceSchema schema) {
            return Objects.requireNonNull(logins.get(schema), schema::schema);
        }

        /** The JDBC URL that starts in {@code schema}. */
        public String url(ServiceSchema schema) {
            return url + "?currentSchema=" + schema.schema();
        }
    }

    /**
     * A database role that may sign in.
     *
     * @param role its name
     * @param password its password
     */
    public record Login(String role, String password) {}

    /** These values as they stand in {@value #FILE_NAME}. */
    public Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("kafka.bootstrap", kafkaBootstrap);
        properties.setProperty("s3.endpoint", store.endpoint());
        properties.setProperty("s3.access-key", store.accessKey());
        properties.setProperty("s3.secret-key", store.secretKey());
        properties.setProperty("s3.bucket", store.bucket());
        properties.setProperty("postgres.url", database.url());
        database.logins().forEach((schema, login) -> {
            properties.setProperty("postgres." + schema.schema() + ".role", login.role());
            properties.setProperty("postgres." + schema.schema() + ".password", login.password());
        });
        return properties;
    }

    /**
     * Reads {@value #FILE_NAME} of a data folder.
     *
     * @throws IOException when it is not there or a value is missing
     */
    public static Endpoints read(Path data) throws IOException {
        Properties properties = new Properties();
        Path file = data.resolve(FILE_NAME);
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        try {
            return fromProperties(properties);
        } catch (NullPointerException | IllegalArgumentException e) {
            throw new IOException(file + " is not complete", e);
        }
    }

    private static Endpoints fromProperties(Properties properties) {
        return new Endpoints(
                Long.parseLong(value(properties, "pid")),
                value(properties, "kafka.bootstrap"),
                new Store(
                        value(properties, "s3.endpoint"),
                        value(properties, "s3.access-key"),
                        value(properties, "s3.secret-key"),
                        value(properties, "s3.bucket")),
                new Database(
                        value(properties, "postgres.url"),
                        Map.of(
                                ServiceSchema.GATEWAY, login(properties, ServiceSchema.GATEWAY),
                                ServiceSchema.TRAINER, login(properties, ServiceSchema.TRAINER),
                                ServiceSchema.COMPLETION, login(properties, ServiceSchema.COMPLETION))));
    }

    private static Login login(Properties properties, ServiceSchema schema) {
        return new Login(
                value(properties, "postgres." + schema.schema() + ".role"),
                value(properties, "postgres." + schema.schema() + ".password"));
    }

    private static String value(Properties properties, String key) {
        return Objects.requireNonNull(properties.getProperty(key), key);
    }
}
