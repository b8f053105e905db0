package dev.gangway.embedded;

import dev.gangway.contracts.Topics;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a service does with the parts, through the clients that services use. */
record TestClients(Endpoints endpoints) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    void send(String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", endpoints.kafkaBootstrap());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.DEAD_LETTERS, value)).get();
        }
    }

    /** Everything in the topic that {@link #send} writes to, which is at least {@code count} records. */
    List<String> received(int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", endpoints.kafkaBootstrap());
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(sent -> values.add(sent.value()));
            }
        }
        return values;
    }

    Admin kafkaAdmin() {
        return Admin.create(Map.of("bootstrap.servers", endpoints.kafkaBootstrap()));
    }

    MinioClient store() {
        return MinioClient.builder()
                .endpoint(endpoints.store().endpoint())
                .credentials(endpoints.store().accessKey(), endpoints.store().secretKey())
                .build();
    }

    /** Writes an object under conditions given as HTTP headers; the entity tag it got. */
    String put(String key, String text, Map<String, String> conditions) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return store().putObject(
                        PutObjectArgs.builder()
                                .bucket(endpoints.store().bucket())
                                .object(key)
                                .headers(conditions)
                                .stream(new ByteArrayInputStream(bytes), bytes.length, -1)
                                .build())
                .etag();
    }

    String get(String key) throws Exception {
        try (InputStream body = store().getObject(GetObjectArgs.builder()
                .bucket(endpoints.store().bucket())
                .object(key)
                .build())) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Signs in as the owner of {@code schema}. */
    Connection signIn(ServiceSchema schema) throws SQLException {
        Endpoints.Login login = endpoints.database().login(schema);
        return DriverManager.getConnection(endpoints.database().url(schema), login.role(), login.password());
    }

    void execute(ServiceSchema owner, String sql) throws SQLException {
        try (Connection connection = signIn(owner);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String queryOne(ServiceSchema owner, String sql) throws SQLException {
        try (Connection connection = signIn(owner);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
