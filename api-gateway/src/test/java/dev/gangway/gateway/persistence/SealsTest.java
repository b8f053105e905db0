package dev.gangway.gateway.persistence;

import static dev.gangway.gateway.GatewayApi.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.EmbeddedParts;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.WebhookId;
import dev.gangway.gateway.job.WebhookSecret;
import dev.gangway.gateway.notification.Webhooks;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SealsTest {

    private static final String SECRET = "a-secret-that-nobody-else-knows";
    private static final String OLD_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String NEW_KEY = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

    private final DataSource database;
    private final Resealing resealing;
    private final Seals seals;
    private final Webhooks webhooks;
    private UUID id;

    SealsTest(DataSource database, Resealing resealing, Seals seals, Webhooks webhooks) {
        this.database = database;
        this.resealing = resealing;
        this.seals = seals;
        this.webhooks = webhooks;
    }

    @BeforeEach
    void aWebhook() {
        id = UUID.fromString(json("{\"url\": \"https://example.org/\", \"secret\": \"" + SECRET + "\"}")
                .post("/v1/webhooks")
                .path("id"));
    }

    @AfterEach
    void leaveNothing() {
        given().delete("/v1/webhooks/" + id).then().statusCode(204);
    }

    @Test
    void theDatabaseHoldsNoSecret() throws SQLException {
        assertThat(row()).hasSize(2).doesNotContain(SECRET).satisfies(values -> {
            assertThat(values.get(0)).isNull();
            assertThat(values.get(1)).startsWith(seals.mark()).doesNotContain(SECRET);
        });
    }

    @Test
    void aRowFromBeforeKeepsWorkingAndIsSealedAtTheNextStart() throws SQLException {
        execute("UPDATE webhook SET secret = ?, sealed_secret = NULL WHERE id = ?", SECRET);
        assertThat(secret()).isEqualTo(SECRET);
        assertThat(resealing.sealAll()).isEqualTo(1);
        assertThat(row().get(0)).isNull();
        assertThat(secret()).isEqualTo(SECRET);
        assertThat(resealing.sealAll()).as("there is nothing left to do").isZero();
    }

    @Test
    void aRowUnderAKeyThatIsMissingKeepsTheGatewayFromStarting() throws SQLException {
        execute(
                "UPDATE webhook SET sealed_secret = ? WHERE id = ?",
                with(OLD_KEY).seal(id, new WebhookSecret(SECRET)));
        assertThatThrownBy(resealing::sealAll)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GANGWAY_WEBHOOKS_OLDER_KEYS");
    }

    @Test
    void anOlderKeyIsReadWithAndTheNewOneSealsWith() {
        String sealed = with(OLD_KEY).seal(id, new WebhookSecret(SECRET));
        Seals rotated = with(NEW_KEY, OLD_KEY);
        assertThat(rotated.open(id, sealed).value()).isEqualTo(SECRET);
        assertThat(rotated.seal(id, new WebhookSecret(SECRET)))
                .startsWith(rotated.mark())
                .isNotEqualTo(sealed);
        assertThatThrownBy(() -> with(NEW_KEY).open(id, sealed)).hasMessageContaining("not known here");
    }

    @Test
    void theSameSecretIsSealedDifferentlyEachTime() {
        WebhookSecret secret = new WebhookSecret(SECRET);
        assertThat(seals.seal(id, secret)).isNotEqualTo(seals.seal(id, secret));
    }

    @Test
    void whatIsSealedForOneWebhookIsNoUseToAnother() {
        String sealed = seals.seal(id, new WebhookSecret(SECRET));
        assertThatThrownBy(() -> seals.open(UUID.randomUUID(), sealed)).hasMessageContaining("was changed");
        assertThatThrownBy(() -> seals.open(id, sealed.substring(0, sealed.length() - 8)))
                .hasMessageContaining("was changed");
        assertThatThrownBy(() -> seals.open(id, seals.mark() + "AAAA")).hasMessageContaining("was changed");
    }

    @Test
    void aKeyHasThirtyTwoBytesAndIsNotRepeatedWhenItIsWrong() {
        assertThatThrownBy(() -> with("c2hvcnQ="))
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> with("my own words!"))
                .hasMessageContaining("base64")
                .hasMessageNotContaining("words");
    }

    private String secret() {
        return webhooks.find(TeamId.DEFAULT, new WebhookId(id))
                .secrets()
                .present()
                .value();
    }

    private List<String> row() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT secret, sealed_secret FROM webhook WHERE id = ?")) {
            statement.setObject(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return Arrays.asList(rows.getString(1), rows.getString(2));
            }
        }
    }

    private void execute(String sql, String value) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.setObject(2, id);
            statement.executeUpdate();
        }
    }

    private static Seals with(String key, String... older) {
        Map<String, String> values = new HashMap<>(Map.of(
                "gangway.store.endpoint", "http://127.0.0.1:1",
                "gangway.store.access-key", "key",
                "gangway.store.secret-key", "secret",
                "gangway.store.bucket", "bucket",
                "gangway.webhooks.key", key));
        if (older.length > 0) {
            values.put("gangway.webhooks.older-keys", String.join(",", older));
        }
        return new Seals(new SmallRyeConfigBuilder()
                .withMapping(GatewayConfig.class)
                .withConverter(Duration.class, 300, new DurationConverter())
                .withDefaultValues(values)
                .build()
                .getConfigMapping(GatewayConfig.class));
    }
}
