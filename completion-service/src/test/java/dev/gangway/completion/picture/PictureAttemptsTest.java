package dev.gangway.completion.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.picture.Picture;
import dev.gangway.artifacts.picture.PictureFile;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoreException;
import dev.gangway.artifacts.store.StoreSettings;
import dev.gangway.completion.picture.PictureAttempts.Attempt;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.job.JobId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class PictureAttemptsTest {

    private final FinishedPictures finished = new FinishedPictures();
    private final PictureAttempts attempts = new PictureAttempts(JobId.random(), finished);
    private final NumberedPicture picture =
            new NumberedPicture(7, new Picture("seventh", new PictureFile("a.png", 1, "tag"), null, null));

    @Test
    void whatIsMadeIsHandedOnAndLeavesTheOutcomeOpen() throws Exception {
        assertThat(attempts.of(picture, () -> 3)).contains(3);
        assertThat(finished.outcomes()).isEmpty();
    }

    @Test
    void whatNobodyForesawIsTheOutcomeOfThePictureThatItBefell() throws Exception {
        assertThat(attempts.of(picture, failing(new IllegalStateException("a decoder's fault"))))
                .isEmpty();

        assertThat(finished.outcomes())
                .containsExactly(new PictureOutcome.Refused(
                        7, "seventh", "internal-error", "java.lang.IllegalStateException: a decoder's fault"));
    }

    @Test
    void aPictureThatIsTooMuchForTheHeapOrTheStackIsGivenUp() throws Exception {
        attempts.of(picture, failing(new OutOfMemoryError("Java heap space")));
        attempts.of(picture, failing(new OutOfMemoryError("Requested array size exceeds VM limit")));
        attempts.of(picture, failing(new StackOverflowError()));

        assertThat(finished.outcomes()).hasSize(3).allSatisfy(outcome -> assertThat(
                        ((PictureOutcome.Refused) outcome).code())
                .isEqualTo("too-much-memory"));
    }

    @Test
    void troubleOfTheMachineIsNoPicturesOutcome() throws IOException {
        List<Throwable> troubles = List.of(
                awayStore(),
                new IllegalStateException("CUDA out of memory. Tried to allocate 20 MiB"),
                new IllegalStateException("CUDA error: an illegal memory access was encountered"),
                new OutOfMemoryError("unable to create native thread"),
                new OutOfMemoryError("Metaspace"),
                new TaskRefusedException("mask-refused", "of all pictures"));

        for (Throwable trouble : troubles) {
            assertThatThrownBy(() -> attempts.of(picture, failing(trouble))).isSameAs(trouble);
        }
        assertThat(finished.outcomes()).isEmpty();
    }

    @Test
    void aPictureThatIsGivenUpBecauseNobodyWaitsHasNoOutcome() {
        CancellationException stopped = new CancellationException("nobody waits for the picture any more");

        assertThatThrownBy(() -> attempts.of(picture, failing(stopped))).isSameAs(stopped);
        assertThat(finished.outcomes()).isEmpty();
    }

    @Test
    void whatThePictureCanDoWithoutLeavesItsOutcomeOpen() throws Exception {
        List<PictureFault> faults = new ArrayList<>();

        attempts.of(picture, failing(new IllegalStateException("no figures")), faults::add);

        assertThat(faults).extracting(PictureFault::code).containsExactly("internal-error");
        assertThat(finished.outcomes()).isEmpty();
    }

    private static StoreException awayStore() throws IOException {
        URI nobody = URI.create("http://127.0.0.1:" + portOfNobody());
        try (ObjectStore store =
                ObjectStore.open(new StoreSettings(nobody, "anybody", "anything", "nothing", "us-east-1"))) {
            return Assertions.catchThrowableOfType(StoreException.class, () -> store.exists("any"));
        }
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        }
    }

    private static Attempt<Integer> failing(Throwable failure) {
        return () -> {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof TaskRefusedException refused) {
                throw refused;
            }
            throw (RuntimeException) failure;
        };
    }
}
