package dev.gangway.artifacts.store;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a bad disk does to an object. */
public final class Damage {

    private static final int LIMIT = 1 << 24;

    private Damage() {}

    /** Writes {@code damaged} as an object that was written as {@code whole}. */
    public static void keepTheHash(ObjectStore store, String key, byte[] whole, byte[] damaged)
            throws IOException, InterruptedException {
        send(request(store, key, damaged)
                .header("x-amz-meta-sha256", ContentHash.of(whole).hex())
                .build());
    }

    /** Writes an object as those do who have nothing but an address. */
    public static void withoutAHash(ObjectStore store, String key, byte[] content)
            throws IOException, InterruptedException {
        send(request(store, key, content).build());
    }

    private static HttpRequest.Builder request(ObjectStore store, String key, byte[] content) {
        return HttpRequest.newBuilder(store.writeAddress(key, Duration.ofMinutes(1)))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content));
    }

    private static void send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    /** Flips the lowest bit of a digit, or of the middle byte when there is none, so that JSON stays JSON. */
    public static void flipABit(ObjectStore store, String key) {
        byte[] content = store.get(key, LIMIT).content();
        int at = content.length / 2;
        for (int i = 0; i < content.length; i++) {
            if (content[i] >= '2' && content[i] <= '8') {
                at = i;
                break;
            }
        }
        content[at] ^= 1;
        store.put(key, content, "application/octet-stream");
    }
}
