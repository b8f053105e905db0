package dev.gangway.artifacts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStoreIT {

    private static final String TYPE = "application/octet-stream";

    private static ObjectStore store;

    private final String folder = "test/" + UUID.randomUUID() + "/";

    @BeforeAll
    static void open() {
        store = RealStore.open();
        store.createBucket();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void whatWasWrittenIsRead() {
        String etag = store.put(folder + "a", bytes("one"), TYPE);

        StoredObject object = store.get(folder + "a", 100);

        assertThat(object.content()).isEqualTo(bytes("one"));
        assertThat(object.etag()).isEqualTo(etag);
        assertThat(store.stat(folder + "a").etag()).isEqualTo(etag);
        assertThat(store.stat(folder + "a").size()).isEqualTo(3);
    }

    @Test
    void anObjectOfSeveralPartsComesBackWhole() throws IOException {
        byte[] content = new byte[12 << 20];
        new SplittableRandom(1).nextBytes(content);

        store.put(folder + "large", content, TYPE);

        try (InputStream in = store.read(folder + "large")) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void onlyTheFirstWriterOfAnAbsentObjectWins() {
        store.putIfAbsent(folder + "a", bytes("first"), TYPE);

        assertThatThrownBy(() -> store.putIfAbsent(folder + "a", bytes("second"), TYPE))
                .isInstanceOf(PreconditionFailedException.class)
                .hasMessageContaining(folder + "a");
        assertThat(store.get(folder + "a", 100).content()).isEqualTo(bytes("first"));
    }

    @Test
    void aReplacementNeedsTheTagOfWhatItReplaces() {
        String first = store.put(folder + "a", bytes("first"), TYPE);

        String second = store.replaceIfMatch(folder + "a", bytes("second"), TYPE, first);

        assertThatThrownBy(() -> store.replaceIfMatch(folder + "a", bytes("third"), TYPE, first))
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(store.get(folder + "a", 100))
                .extracting(StoredObject::etag, object -> new String(object.content(), StandardCharsets.US_ASCII))
                .containsExactly(second, "second");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void aConditionalWriteWhoseAnswersAreLostIsKnownToBeDone(int answers) throws IOException {
        try (LostAnswers line = new LostAnswers(answers, false);
                ObjectStore far = line.open()) {
            String written = far.putIfAbsent(folder + "a", bytes("first"), TYPE);
            assertThat(line.left()).isLessThan(answers);
            StoredObject there = store.get(folder + "a", 100);
            assertThat(there.content()).isEqualTo(bytes("first"));
            assertThat(there.etag()).isEqualTo(written);
        }
        try (LostAnswers line = new LostAnswers(answers, false);
                ObjectStore far = line.open()) {
            String before = store.stat(folder + "a").etag();
            assertThat(far.replaceIfMatch(folder + "a", bytes("second"), TYPE, before))
                    .isEqualTo(store.stat(folder + "a").etag());
        }
        try (LostAnswers line = new LostAnswers(answers, false);
                ObjectStore far = line.open()) {
            assertThatThrownBy(() -> far.putIfAbsent(folder + "a", bytes("second"), TYPE))
                    .as("the same content of somebody else")
                    .isInstanceOf(StoreException.class);
        }
    }

    @Test
    void anObjectThatIsGoneIsNotReplaced() {
        String etag = store.put(folder + "a", bytes("first"), TYPE);
        store.delete(folder + "a");

        assertThatThrownBy(() -> store.replaceIfMatch(folder + "a", bytes("second"), TYPE, etag))
                .isInstanceOf(PreconditionFailedException.class);
    }

    @Test
    void aListGoesOnBehindAnyKey() {
        for (String name : List.of("a", "a b+%/c", "b", "\u00e4", "\ufb01")) {
            store.put(folder + name, bytes(name), TYPE);
        }
        List<String> all = keys(store.stream(folder));
        assertThat(all)
                .containsExactly(folder + "a", folder + "a b+%/c", folder + "b", folder + "\u00e4", folder + "\ufb01");
        for (int i = 0; i < all.size(); i++) {
            assertThat(keys(store.stream(folder, all.get(i)))).isEqualTo(all.subList(i + 1, all.size()));
        }
        assertThat(keys(store.stream(folder, folder + "aa")).get(0)).isEqualTo(folder + "b");
    }

    private static List<String> keys(Stream<ObjectStatus> objects) {
        return objects.map(ObjectStatus::key).toList();
    }

    @Test
    void ofManyWritersOfAnAbsentObjectExactlyOneWins() {
        long winners = IntStream.range(0, 16)
                .parallel()
                .filter(writer -> isFirst("writer " + writer))
                .count();

        assertThat(winners).isEqualTo(1);
    }

    @Test
    void aMissingObjectIsNamed() {
        assertThatThrownBy(() -> store.get(folder + "none", 10))
                .isInstanceOf(ObjectMissingException.class)
                .hasMessageContaining(folder + "none");
        assertThatThrownBy(() -> store.read(folder + "none")).isInstanceOf(ObjectMissingException.class);
        assertThatThrownBy(() -> store.stat(folder + "none")).isInstanceOf(ObjectMissingException.class);
        assertThat(store.exists(folder + "none")).isFalse();
    }

    @Test
    void anObjectLargerThanItsReaderTakesIsRefused() {
        store.put(folder + "a", bytes("eleven char"), TYPE);

        assertThat(store.get(folder + "a", 11).content()).hasSize(11);
        assertThatThrownBy(() -> store.get(folder + "a", 10)).isInstanceOf(ObjectTooLargeException.class);
    }

    @Test
    void aListGoesBeyondTheStoresPageOfAThousand() {
        IntStream.range(0, 1_050)
                .parallel()
                .forEach(i -> store.put(folder + String.format(Locale.ROOT, "many/%04d", i), bytes("x"), TYPE));

        List<ObjectStatus> found = store.list(folder + "many/");

        assertThat(found).hasSize(1_050).isSortedAccordingTo((a, b) -> a.key().compareTo(b.key()));
    }

    @Test
    void foldersAreWhatHasObjectsBelow() {
        store.put(folder + "faces/1/manifest.json", bytes("x"), TYPE);
        store.put(folder + "faces/2/manifest.json", bytes("x"), TYPE);
        store.put(folder + "cats/1/manifest.json", bytes("x"), TYPE);
        store.put(folder + "file", bytes("x"), TYPE);

        assertThat(store.folders(folder)).containsExactlyInAnyOrder("cats", "faces");
        assertThat(store.folders(folder + "none/")).isEmpty();
    }

    @Test
    void deletingWhatIsNotThereIsNoError() {
        store.put(folder + "a", bytes("x"), TYPE);

        store.delete(folder + "a");
        store.delete(folder + "a");

        assertThat(store.exists(folder + "a")).isFalse();
    }

    @Test
    void aStreamThatIsReadToItsEndTellsWhetherItIsWhatWasWritten() throws IOException, InterruptedException {
        store.put(folder + "whole", bytes("content"), TYPE);
        try (InputStream whole = store.read(folder + "whole")) {
            assertThat(whole.readAllBytes()).isEqualTo(bytes("content"));
        }
        Damage.keepTheHash(store, folder + "damaged", bytes("content"), bytes("cnntent"));

        try (InputStream damaged = store.read(folder + "damaged")) {
            assertThatThrownBy(damaged::readAllBytes)
                    .isInstanceOf(DamagedObjectException.class)
                    .hasMessageContaining(folder + "damaged");
        }
    }

    @Test
    void anObjectThatIsNotWhatWasWrittenIsNotReadWhicheverWay() throws IOException, InterruptedException {
        String key = folder + "damaged";
        Damage.keepTheHash(store, key, bytes("content"), bytes("cnntent"));

        for (ThrowingCallable reading : List.<ThrowingCallable>of(
                () -> store.get(key, 100),
                () -> store.readWhole(key),
                () -> store.readChecked(key),
                () -> store.check(key))) {
            assertThatThrownBy(reading)
                    .isInstanceOf(ContentMismatchException.class)
                    .hasMessageContaining(key);
        }
    }

    @Test
    void moreThanAThousandObjectsAreStreamedAndDeletedTogether() {
        List<String> keys = IntStream.range(0, 1_050)
                .mapToObj(i -> folder + String.format(Locale.ROOT, "bulk/%04d &<+ä.png", i))
                .toList();
        keys.parallelStream().forEach(key -> store.put(key, bytes("x"), TYPE));
        store.put(folder + "kept", bytes("x"), TYPE);

        assertThat(store.stream(folder + "bulk/").map(ObjectStatus::key)).containsExactlyElementsOf(keys);
        store.deleteAll(keys);
        store.deleteAll(keys);

        assertThat(store.stream(folder).map(ObjectStatus::key)).containsExactly(folder + "kept");
    }

    @Test
    void aConditionalWriteOfSeveralPartsIsRefused() {
        byte[] large = new byte[ObjectStore.CONDITIONAL_LIMIT + 1];

        assertThatIllegalArgumentException().isThrownBy(() -> store.putIfAbsent(folder + "a", large, TYPE));
    }

    @Test
    void wrongCredentialsAndAMissingBucketAreNamedAndKeepTheSecret() {
        StoreSettings right = RealStore.settings();
        StoreSettings wrongKey =
                new StoreSettings(right.endpoint(), right.accessKey(), "wrong-secret", right.bucket(), right.region());
        StoreSettings noBucket = new StoreSettings(
                right.endpoint(), right.accessKey(), right.secretKey(), "no-such-bucket", right.region());

        assertFails(wrongKey, StoreRefusedException.class, "refuses").hasMessageNotContaining("wrong-secret");
        assertFails(noBucket, StoreRefusedException.class, "no such bucket");
    }

    @Test
    void aStoreThatIsNotThereIsUnavailable() {
        StoreSettings right = RealStore.settings();

        StoreSettings nobody = new StoreSettings(
                URI.create("http://127.0.0.1:1"), right.accessKey(), right.secretKey(), right.bucket(), right.region());
        assertFails(nobody, StoreUnavailableException.class, "does not answer");
    }

    private boolean isFirst(String content) {
        try {
            store.putIfAbsent(folder + "a", bytes(content), TYPE);
            return true;
        } catch (PreconditionFailedException e) {
            return false;
        }
    }

    private AbstractThrowableAssert<?, ?> assertFails(
            StoreSettings settings, Class<? extends StoreException> kind, String reason) {
        try (ObjectStore other = ObjectStore.open(settings)) {
            return assertThatThrownBy(() -> other.get(folder + "a", 10))
                    .isInstanceOf(kind)
                    .hasMessageContaining(reason);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
