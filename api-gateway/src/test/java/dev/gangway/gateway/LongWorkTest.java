package dev.gangway.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.oneOf;

import dev.gangway.gateway.intake.LongWork;
import dev.gangway.gateway.intake.LongWork.Kind;
import dev.gangway.gateway.job.RefusedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Of what takes long there is only so much at once of one address, and whoever is done with it makes room. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class LongWorkTest {

    private static final String HERE = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LongWork work;
    private final MeterRegistry meters;

    LongWorkTest(LongWork work, MeterRegistry meters) {
        this.work = work;
        this.meters = meters;
    }

    @Test
    void archivesToUnpack() {
        byte[] none = {1, 2, 3};
        limited(Kind.ARCHIVE, () -> given().contentType("application/zip")
                .queryParam("name", "faces")
                .body(none)
                .post("/v1/datasets"));
        limited(
                Kind.ARCHIVE,
                () -> given().contentType("application/zip").body(none).post("/v1/uploads"));
        limited(Kind.ARCHIVE, () -> given().multiPart("image", ".hidden", none, "image/png")
                .post("/v1/uploads"));
    }

    @Test
    void uploadsToCount() {
        limited(Kind.LISTING, () -> given().get("/v1/uploads/" + UUID.randomUUID()));
    }

    @Test
    void deadLettersToRead() {
        limited(Kind.DEAD_LETTERS, () -> given().get("/v1/dead-letters?code=none"));
        limited(Kind.DEAD_LETTERS, () -> given().get("/v1/dead-letters/123456789"));
        limited(Kind.DEAD_LETTERS, () -> given().post("/v1/dead-letters/replay?code=none"));
    }

    @Test
    void addressesOfWebhooksToLookUp() {
        limited(Kind.WEBHOOK_CHANGE, () -> GatewayApi.json("{\"url\": \"nowhere\"}")
                .post("/v1/webhooks"));
        limited(Kind.WEBHOOK_CHANGE, () -> GatewayApi.json("{\"url\": \"nowhere\"}")
                .patch("/v1/webhooks/" + UUID.randomUUID()));
    }

    /** Takes every place that this address can have, and gives them back. */
    private void limited(Kind kind, Supplier<Response> request) {
        double before = done(kind);
        int taken = 0;
        try {
            while (begun(kind)) {
                taken++;
            }
            request.get()
                    .then()
                    .statusCode(oneOf(429, 503))
                    .header("Retry-After", "5")
                    .contentType("application/problem+json");
        } finally {
            for (int i = 0; i < taken; i++) {
                work.end(kind, HERE);
            }
        }
        int status = request.get().statusCode();
        assertThat(status).isNotIn(429, 503);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(done(kind)).isLessThanOrEqualTo(before));
    }

    private boolean begun(Kind kind) {
        try {
            work.begin(kind, HERE);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    private double done(Kind kind) {
        return meters.get("gangway.work")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .gauge()
                .value();
    }
}
