package dev.gangway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.contracts.Topics;
import io.minio.MinioClient;
import io.minio.errors.ErrorResponseException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

class EmbeddedPartsIT {

    private final Endpoints endpoints = EmbeddedProcess.shared();
    private final TestClients clients = new TestClients(endpoints);

    @Test
    void aRecordThatWasSentIsReceived() throws Exception {
        clients.send("from a test");

        assertThat(clients.received(1)).contains("from a test");
    }

    @Test
    void everyTopicOfTheContractsExistsAsTheyDefineIt() throws Exception {
        try (Admin admin = clients.kafkaAdmin()) {
            List<String> names = Topics.all().stream().map(Topics.Topic::name).toList();
            Map<String, Integer> partitions = admin.describeTopics(names).allTopicNames().get().values().stream()
                    .collect(Collectors.toMap(
                            TopicDescription::name, topic -> topic.partitions().size()));

            assertThat(partitions)
                    .isEqualTo(Topics.all().stream()
                            .collect(Collectors.toMap(Topics.Topic::name, Topics.Topic::partitions)));
        }
    }

    @Test
    void aTopicThatNobodyDefinedIsNotMadeInPassing() {
        try (Admin admin = clients.kafkaAdmin()) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("gangway.misspelt"))
                            .allTopicNames()
                            .get())
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void anObjectThatExistsIsNotWrittenWhenItMustBeNew() throws Exception {
        Map<String, String> ifNew = Map.of("If-None-Match", "*");
        clients.put("parts/new", "first", ifNew);

        assertThatThrownBy(() -> clients.put("parts/new", "second", ifNew)).satisfies(EmbeddedPartsIT::isRefused);
        assertThat(clients.get("parts/new")).isEqualTo("first");
    }

    @Test
    void anObjectIsReplacedByWhoKnowsItsTagAndByNobodyElse() throws Exception {
        String first = clients.put("parts/head", "first", Map.of());
        clients.put("parts/head", "second", Map.of("If-Match", first));

        assertThatThrownBy(() -> clients.put("parts/head", "third", Map.of("If-Match", first)))
                .satisfies(EmbeddedPartsIT::isRefused);
        assertThat(clients.get("parts/head")).isEqualTo("second");
    }

    @Test
    void theStoreRefusesAWrongKey() {
        MinioClient stranger = MinioClient.builder()
                .endpoint(endpoints.store().endpoint())
                .credentials(endpoints.store().accessKey(), "a wrong key")
                .build();

        assertThatThrownBy(stranger::listBuckets).isInstanceOfSatisfying(ErrorResponseException.class, e -> assertThat(
                        e.errorResponse().code())
                .isEqualTo("SignatureDoesNotMatch"));
    }

    @Test
    void everyServiceWorksInItsOwnSchema() throws Exception {
        for (ServiceSchema schema : ServiceSchema.values()) {
            clients.execute(schema, "CREATE TABLE own_table AS SELECT '" + schema + "' AS owner");

            assertThat(clients.queryOne(schema, "SELECT owner FROM own_table")).isEqualTo(schema.name());
            assertThat(clients.queryOne(schema, "SELECT current_schema()")).isEqualTo(schema.schema());
        }
    }

    @Test
    void noServiceReadsOrWritesAnothersSchema() throws Exception {
        clients.execute(ServiceSchema.GATEWAY, "CREATE TABLE secret AS SELECT 1 AS value");

        assertDenied(() -> clients.queryOne(ServiceSchema.TRAINER, "SELECT value FROM gateway.secret"));
        assertDenied(() -> clients.execute(ServiceSchema.COMPLETION, "CREATE TABLE gateway.intruder (id int)"));
        assertDenied(() -> clients.execute(ServiceSchema.COMPLETION, "CREATE TABLE public.intruder (id int)"));
    }

    @Test
    void theDatabaseRefusesAWrongPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(
                        endpoints.database().url(), ServiceSchema.GATEWAY.role(), "a wrong password"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    private static void isRefused(Throwable thrown) {
        assertThat(thrown).isInstanceOfSatisfying(ErrorResponseException.class, e -> assertThat(
                        e.errorResponse().code())
                .isEqualTo("PreconditionFailed"));
    }

    private static void assertDenied(org.assertj.core.api.ThrowableAssert.ThrowingCallable statement) {
        assertThatThrownBy(statement).isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                .isEqualTo("42501"));
    }
}
