package dev.gangway.gateway.notification;

import static dev.gangway.gateway.GatewayApi.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.EmbeddedParts;
import dev.gangway.gateway.job.AttemptEnd;
import dev.gangway.gateway.job.Delivery;
import dev.gangway.gateway.job.DeliveryId;
import dev.gangway.gateway.job.DeliveryState;
import dev.gangway.gateway.job.Parcel;
import dev.gangway.gateway.job.Webhook;
import dev.gangway.gateway.job.WebhookId;
import dev.gangway.gateway.persistence.DeliveryRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class LeaseTest {

    /** So far ahead that the gateway's own courier leaves such deliveries alone. */
    private static final Duration LATER = Duration.ofDays(1);

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DeliveryRepository deliveries;
    private final Webhooks webhooks;
    private final Notices notices;
    private final InstantSource clock;
    private final Receiver receiver = Receiver.open();
    private Webhook webhook;

    LeaseTest(DeliveryRepository deliveries, Webhooks webhooks, Notices notices, InstantSource clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.notices = notices;
        this.clock = clock;
    }

    @BeforeEach
    void listen() {
        String id = json("{\"url\": \"" + receiver.url() + "\"}")
                .post("/v1/webhooks")
                .path("id");
        webhook = webhooks.find(TeamId.DEFAULT, new WebhookId(UUID.fromString(id)));
    }

    @AfterEach
    void leaveNothing() {
        given().delete("/v1/webhooks/" + webhook.id());
        receiver.close();
    }

    @Test
    void whatAGatewayHeldThatDiedIsSentByAnotherWhenTheLeaseIsOver() {
        DeliveryId id = DeliveryId.random();
        Parcel lost = inTransaction(() -> {
            Instant now = clock.instant();
            deliveries.insert(id, webhook.id(), notices.ping(webhook, now));
            return deliveries.claim(1, 1, now, now.plusMillis(300)).get(0);
        });
        assertThat(receiver.next().attempt()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(show(id).state()).isEqualTo(DeliveryState.DELIVERED));
        Instant now = clock.instant();
        assertThat(inTransaction(() -> deliveries.settle(lost, AttemptEnd.exhausted(1, 500, "late", now))))
                .as("an older attempt is not heard")
                .isFalse();
        assertThat(show(id).lastStatus()).isEqualTo(204);
    }

    @Test
    void noMoreThanTheLimitIsOnItsWayToOneWebhook() {
        Instant due = clock.instant().plus(LATER);
        promise(3, due);
        assertThat(claimed(due)).hasSize(2);
        assertThat(claimed(due)).isEmpty();
        assertThat(claimed(due.plus(LEASE))).extracting(Parcel::attempt).containsExactlyInAnyOrder(2, 2);
    }

    @Test
    void twoGatewaysNeverTakeTheSame() {
        Instant due = clock.instant().plus(LATER);
        promise(2, due);
        List<Parcel> other = inTransaction(() -> {
            assertThat(claim(due)).hasSize(2);
            return claimed(due);
        });
        assertThat(other).isEmpty();
    }

    @Test
    void aWebhookThatIsDeletedMeanwhileIsPromisedNothingAndNothingFails() {
        webhooks.delete(TeamId.DEFAULT, webhook.id());
        DeliveryId id = DeliveryId.random();
        inTransaction(() -> {
            deliveries.insert(id, webhook.id(), notices.ping(webhook, clock.instant()));
            return id;
        });
        assertThat(inTransaction(() -> deliveries.find(webhook.id(), id))).isEmpty();
    }

    @Test
    void onlyWhatEndedLongAgoIsDropped() {
        Instant due = clock.instant().plus(LATER);
        promise(2, due);
        Parcel ended = claimed(due).get(0);
        Instant end = Instant.EPOCH;
        assertThat(inTransaction(() -> deliveries.settle(ended, AttemptEnd.delivered(0, 200, end))))
                .isTrue();
        assertThat(inTransaction(() -> deliveries.deleteEndedBefore(end))).isZero();
        assertThat(inTransaction(() -> deliveries.deleteEndedBefore(end.plusSeconds(1))))
                .isEqualTo(1);
        assertThat(inTransaction(() -> deliveries.count("webhook", webhook.id().value())))
                .isEqualTo(1);
    }

    private void promise(int count, Instant due) {
        inTransaction(() -> {
            for (int i = 0; i < count; i++) {
                deliveries.insert(DeliveryId.random(), webhook.id(), notices.ping(webhook, due));
            }
            return count;
        });
    }

    private List<Parcel> claimed(Instant now) {
        return inTransaction(() -> claim(now));
    }

    private List<Parcel> claim(Instant now) {
        return deliveries.claim(10, 2, now, now.plus(LEASE));
    }

    private Delivery show(DeliveryId id) {
        return inTransaction(() -> deliveries.find(webhook.id(), id)).orElseThrow();
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
