package dev.gangway.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.Origin;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.ledger.broker.MessageHeaders;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class DeadLetterTest {

    private final GatewayApi gateway;
    private final String key = GatewayApi.freshName("key");
    private Broker broker;

    DeadLetterTest(GatewayApi gateway) {
        this.gateway = gateway;
    }

    @BeforeEach
    void connect() {
        broker = gateway.broker();
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void garbageIsListedWithItsReasonAndComesBackWhenItIsReplayed() {
        broker.send(Topics.JOB_EVENTS, key, "dev.gangway.job-started.v1", "{\"job\": 12".getBytes(UTF_8));
        long offset = offsets(1).get(0);

        given().get("/v1/dead-letters/" + offset)
                .then()
                .statusCode(200)
                .body("code", equalTo("body-malformed"))
                .body("reason", notNullValue())
                .body("origin.topic", equalTo(Topics.JOB_EVENTS))
                .body("origin.offset", notNullValue())
                .body("type", equalTo("dev.gangway.job-started.v1"))
                .body("key", equalTo(key))
                .body("size", equalTo(10))
                .body("body", equalTo("{\"job\": 12"))
                .body("bodyEncoding", equalTo("utf-8"))
                .body("bodyWhole", equalTo(true))
                .body("replays", equalTo(0));
        String own = "items.find { it.key == '" + key + "' }";
        given().queryParam("topic", Topics.JOB_EVENTS)
                .queryParam("code", "body-malformed")
                .get("/v1/dead-letters")
                .then()
                .statusCode(200)
                .body(own + ".offset", equalTo((int) offset));
        given().queryParam("code", "no-such-code")
                .get("/v1/dead-letters")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0))
                .body("next", nullValue());

        given().post("/v1/dead-letters/" + offset + "/replay")
                .then()
                .statusCode(200)
                .body("topic", equalTo(Topics.JOB_EVENTS))
                .body("replaysBefore", equalTo(0))
                .body("lastReplayedAt", nullValue());
        ConsumerRecord<String, byte[]> back = letters(2).get(1);
        assertThat(MessageHeaders.text(back.headers(), MessageHeaders.REPLAYED_FROM))
                .isEqualTo(Topics.DEAD_LETTERS + "/0/" + offset);
        assertThat(back.headers().headers(MessageHeaders.REASON_CODE)).hasSize(1);

        given().post("/v1/dead-letters/" + offset + "/replay")
                .then()
                .statusCode(200)
                .body("replaysBefore", equalTo(1))
                .body("lastReplayedAt", notNullValue());
        given().get("/v1/dead-letters/" + offset).then().body("replays", equalTo(2));
    }

    @Test
    void bytesThatAreNoTextAreShownInBase64AndARecordWithoutABodyIsPutAsideToo() {
        broker.send(Topics.JOB_EVENTS, key, "dev.gangway.job-started.v1", new byte[] {(byte) 0xff, 0, 1});
        broker.send(Topics.JOB_EVENTS, key, "dev.gangway.job-started.v1", null);
        List<Long> offsets = offsets(2);
        given().get("/v1/dead-letters/" + offsets.get(0))
                .then()
                .body("bodyEncoding", equalTo("base64"))
                .body("body", equalTo("/wAB"));
        given().get("/v1/dead-letters/" + offsets.get(1)).then().body("size", equalTo(0));
    }

    @Test
    void listsShowTheBeginningOfALongBodyAndOneAloneAllOfIt() {
        String body = "ä".repeat(3_000);
        broker.send(Topics.JOB_EVENTS, key, "dev.gangway.job-started.v1", body.getBytes(UTF_8));
        long offset = offsets(1).get(0);
        String own = "items.find { it.key == '" + key + "' }";
        given().get("/v1/dead-letters")
                .then()
                .body(own + ".body", equalTo("ä".repeat(1_024)))
                .body(own + ".bodyWhole", equalTo(false))
                .body(own + ".size", equalTo(6_000));
        given().get("/v1/dead-letters/" + offset).then().body("body", equalTo(body));
    }

    @Test
    void pagesFollowEachOtherInBothOrders() {
        for (int letter = 0; letter < 5; letter++) {
            broker.send(Topics.JOB_EVENTS, key, key + ".v1", new byte[] {'x'});
        }
        List<Long> offsets = offsets(5);
        assertThat(paged("oldest")).containsSubsequence(offsets).isSorted().doesNotHaveDuplicates();
        List<Long> newest = paged("newest");
        assertThat(newest).containsAll(offsets).doesNotHaveDuplicates();
        assertThat(newest).isSortedAccordingTo((one, other) -> Long.compare(other, one));
    }

    @Test
    void aGoodRecordThatWasPutAsideForAPassingReasonTakesEffectWhenItIsReplayed() {
        JobId job = gateway.aTrainingJob();
        gateway.awaitState(job, JobState.ADMITTED);
        String code = GatewayApi.freshName("passing");
        putAside(
                Topics.JOB_EVENTS,
                job.toString(),
                new JobEvent.Started(new Origin(job, 0, 1, "worker-1", Instant.parse("2026-01-02T03:04:05Z")), "cpu"),
                code);

        Map<String, ?> first = replayAll(code, false);
        assertThat((List<?>) first.get("replayed")).hasSize(1);
        gateway.awaitState(job, JobState.RUNNING);

        Map<String, ?> second = replayAll(code, false);
        assertThat((List<?>) second.get("replayed")).isEmpty();
        assertThat(second.get("skipped")).isEqualTo(first.get("replayed"));
        assertThat(replayAll(code, true).get("replayed")).isEqualTo(first.get("replayed"));
    }

    @Test
    void whatCameFromNowhereOrIsNotThereIsNotReplayed() {
        String code = GatewayApi.freshName("stray");
        putAside(
                "another.topic",
                key,
                new JobEvent.Started(new Origin(JobId.random(), 0, 1, "w", Instant.EPOCH), "cpu"),
                code);
        long offset = offsets(1).get(0);
        given().post("/v1/dead-letters/" + offset + "/replay")
                .then()
                .statusCode(422)
                .body("code", equalTo("dead-letter-without-origin"));
        assertThat(replayAll(code, false).get("refused")).isEqualTo(List.of((int) offset));
        given().post("/v1/dead-letters/999999999/replay")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-dead-letter"));
        given().get("/v1/dead-letters/999999999").then().statusCode(404);
        given().get("/v1/dead-letters?order=upwards").then().statusCode(400);
    }

    private static Map<String, ?> replayAll(String code, boolean again) {
        return given().queryParam("code", code)
                .queryParam("again", again)
                .post("/v1/dead-letters/replay")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
    }

    private static List<Long> paged(String order) {
        List<Long> offsets = new ArrayList<>();
        String cursor = null;
        do {
            var page = given().queryParam("order", order)
                    .queryParam("limit", 3)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/v1/dead-letters")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            offsets.addAll(page.getList("items.offset", Long.class));
            cursor = page.getString("next");
        } while (cursor != null);
        return offsets;
    }

    /** Puts a message aside as a service would. */
    private void putAside(String topic, String recordKey, Object message, String code) {
        ConsumerRecord<String, byte[]> incoming =
                new ConsumerRecord<>(topic, 0, 7, recordKey, MessageCodec.write(message));
        incoming.headers()
                .add(MessageCodec.TYPE_HEADER, MessageCodec.typeOf(message).getBytes(UTF_8));
        Headers headers = MessageHeaders.ofDeadLetter(incoming, code, "the disk was full");
        broker.send(Topics.DEAD_LETTERS, recordKey, headers, incoming.value());
    }

    private List<Long> offsets(int count) {
        return letters(count).stream().map(ConsumerRecord::offset).toList();
    }

    private List<ConsumerRecord<String, byte[]>> letters(int count) {
        return broker.awaitRecords(Topics.DEAD_LETTERS, letter -> key.equals(letter.key()), count);
    }
}
