package dev.gangway.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.gateway.Settings;
import dev.gangway.gateway.job.DeliveryId;
import dev.gangway.gateway.job.Parcel;
import dev.gangway.gateway.job.WebhookId;
import dev.gangway.gateway.job.WebhookSecret;
import dev.gangway.testing.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendingTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String PRIVATE = "gangway.webhooks.allow-private-targets";

    private final Receiver receiver = Receiver.open();

    @AfterEach
    void close() {
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "2130706433", "127.1", "[::ffff:127.0.0.1]"})
    void whatLeadsToThisMachineIsRefusedAtTheConnection(String host) {
        Sending sending = new Sending(Settings.defaults(), new SettableClock(NOW));
        Outcome outcome = sending.send(parcel("http://" + host + ":" + receiver.port() + "/"));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.error())
                .contains("no public address"));
        assertThat(receiver.unread()).isEmpty();
    }

    @Test
    void whatIsSentIsSignedWithTheTimeOfTheAttempt() {
        Sending sending = new Sending(Settings.with(PRIVATE, "true"), new SettableClock(NOW));
        assertThat(sending.send(parcel(receiver.url()))).isEqualTo(new Outcome.Delivered(204));
        Receiver.Letter letter = receiver.next();
        assertThat(letter.timestamp()).isEqualTo(NOW.getEpochSecond());
        assertThat(new String(letter.body(), StandardCharsets.UTF_8)).isEqualTo("{\"größe\": 1}");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 404, 429, 500})
    void noRedirectIsFollowedAndWhateverElseIsAnsweredHasFailed(int status) {
        receiver.alwaysAnswering(status);
        Sending sending = new Sending(Settings.with(PRIVATE, "true"), new SettableClock(NOW));
        assertThat(sending.send(parcel(receiver.url())))
                .isEqualTo(new Outcome.Failed(status, "the receiver answered " + status, Duration.ZERO));
        assertThat(receiver.next(1)).hasSize(1);
        assertThat(receiver.unread()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 120                           | 120",
                "503 | Fri, 02 Jan 2026 03:05:35 GMT | 90",
                "503 | Fri, 02 Jan 2026 03:04:00 GMT | 0",
                "429 | 99999999999999999999          | 31536000",
                "429 | -1                            | 0",
                "429 | soon                          | 0",
                "500 | 120                           | 0",
                "302 | 120                           | 0"
            })
    void aReceiverThatHasTooMuchSaysHowLongItWantsToBeLeftAlone(int status, String header, long seconds) {
        receiver.alwaysAnswering(status).askingToRetryAfter(header);
        Sending sending = new Sending(Settings.with(PRIVATE, "true"), new SettableClock(NOW));
        assertThat(sending.send(parcel(receiver.url())))
                .isEqualTo(new Outcome.Failed(status, "the receiver answered " + status, Duration.ofSeconds(seconds)));
    }

    @Test
    void whatIsSignedWithTwoSecretsHasASignatureForEach() {
        WebhookSecret present = new WebhookSecret("0123456789abcdef01234567");
        WebhookSecret former = new WebhookSecret("abcdefghijklmnopqrstuvwxyz");
        assertThat(Signature.of(List.of(present, former), 1, new byte[0]))
                .isEqualTo(Signature.of(present, 1, new byte[0]) + "," + Signature.of(former, 1, new byte[0]));
    }

    @Test
    void aReceiverThatIsGoneSaysSo() {
        receiver.alwaysAnswering(410);
        Sending sending = new Sending(Settings.with(PRIVATE, "true"), new SettableClock(NOW));
        assertThat(sending.send(parcel(receiver.url()))).isEqualTo(new Outcome.Gone(410));
    }

    @Test
    void aReceiverThatDoesNotAnswerInTimeIsNotWaitedFor() {
        try (Receiver silent = Receiver.silentUntil(new CountDownLatch(1))) {
            Sending impatient = new Sending(
                    Settings.with(PRIVATE, "true", "gangway.webhooks.read-timeout", "200ms"), new SettableClock(NOW));
            assertThat(impatient.send(parcel(silent.url())))
                    .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.status())
                            .isNull());
        }
    }

    @Test
    void whatAReceiverSaysInsteadOfAnAnswerIsKeptInLettersThatCanBe() throws IOException {
        try (ServerSocket odd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered =
                    CompletableFuture.runAsync(() -> answer(odd, "HTTP/1.1 \0\u001b[2J no\r\n"));
            Sending sending = new Sending(Settings.with(PRIVATE, "true"), new SettableClock(NOW));

            Outcome outcome = sending.send(parcel("http://127.0.0.1:" + odd.getLocalPort() + "/"));

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.error())
                    .contains("\uFFFD\uFFFD[2J no")
                    .doesNotContain("\0", "\u001b"));
            answered.join();
        }
    }

    private static void answer(ServerSocket server, String line) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write(line.getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
            // Closing before the request is read would reset the connection.
            client.getInputStream().read(new byte[4096]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anAttemptTakesFifteenSecondsAtMost() {
        assertThat(new Sending(Settings.defaults(), new SettableClock(NOW)).longest())
                .isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void theSignatureIsTheOneThatOtherToolsMake() {
        // printf '1767323045.{}' | openssl dgst -sha256 -hmac 0123456789abcdef01234567
        String signature = Signature.of(
                new WebhookSecret("0123456789abcdef01234567"), NOW.getEpochSecond(), new byte[] {'{', '}'});
        assertThat(signature).isEqualTo("v1=d75c55288142b30a5c9beaddd84b93bc9530156ced6c402ad26a8c77e3936e98");
    }

    private static Parcel parcel(String url) {
        return new Parcel(
                DeliveryId.random(),
                WebhookId.random(),
                url,
                List.of(new WebhookSecret("0123456789abcdef01234567")),
                UUID.randomUUID(),
                "{\"größe\": 1}",
                1,
                0);
    }
}
