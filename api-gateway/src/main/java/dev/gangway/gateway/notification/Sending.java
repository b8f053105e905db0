package dev.gangway.gateway.notification;

import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.WebhookConfig;
import dev.gangway.gateway.job.Parcel;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends events over HTTP: each over a connection of its own, through no proxy, and where no redirect leads. */
@ApplicationScoped
class Sending {

    private static final MediaType CLOUD_EVENT = MediaType.get("application/cloudevents+json");
    private static final int ANSWER_BYTES = 4096;
    private static final int ERROR_LENGTH = 300;
    private static final int UNSHOWN = 0xFFFD;

    private final OkHttpClient client;
    private final InstantSource clock;

    Sending(GatewayConfig config, InstantSource clock) {
        this.client = client(config.webhooks());
        this.clock = clock;
    }

    /** The longest that an attempt can take. */
    Duration longest() {
        return Duration.ofMillis(client.callTimeoutMillis());
    }

    /** Sends an event once, and waits for the answer. */
    Outcome send(Parcel parcel) {
        Call call = client.newCall(request(parcel));
        try (Response answer = call.execute()) {
            readSome(answer);
            // Closing would read on for a while.
            call.cancel();
            return Outcome.of(answer.code(), RetryAfter.of(answer.header("Retry-After"), clock.instant()));
        } catch (IOException e) {
            return new Outcome.Failed(null, error(e), Duration.ZERO);
        }
    }

    private Request request(Parcel parcel) {
        byte[] body = parcel.body().getBytes(StandardCharsets.UTF_8);
        long seconds = clock.instant().getEpochSecond();
        return new Request.Builder()
                .url(parcel.url())
                .header("User-Agent", "Gangway")
                .header("Gangway-Event-Id", parcel.event().toString())
                .header("Gangway-Attempt", Integer.toString(parcel.attempt()))
                .header("Gangway-Timestamp", Long.toString(seconds))
                .header("Gangway-Signature", Signature.of(parcel.secrets(), seconds, body))
                .post(RequestBody.create(body, CLOUD_EVENT))
                .build();
    }

    /** A short answer is heard to its end, so that its receiver sees no broken connection. Only its status counts. */
    private static void readSome(Response answer) {
        try {
            byte[] unused = answer.body().byteStream().readNBytes(ANSWER_BYTES);
        } catch (IOException e) {
            // The status has come.
        }
    }

    /** What went wrong, in letters that can be kept: a message may quote whatever a receiver sent. */
    private static String error(IOException failure) {
        String error = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return error.codePoints()
                .limit(ERROR_LENGTH)
                .map(letter -> isShown(letter) ? letter : UNSHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isShown(int letter) {
        return !Character.isISOControl(letter) && Character.getType(letter) != Character.SURROGATE;
    }

    private static OkHttpClient client(WebhookConfig config) {
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectTimeout(config.connectTimeout())
                .readTimeout(config.readTimeout())
                .writeTimeout(config.readTimeout())
                .callTimeout(config.connectTimeout().plus(config.readTimeout()));
        if (!config.allowPrivateTargets()) {
            client.socketFactory(new PublicSockets());
        }
        return client.build();
    }
}
