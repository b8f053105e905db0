package dev.gangway.completion.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoreException;
import dev.gangway.artifacts.store.StoreSettings;
import dev.gangway.contracts.event.JobFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void aStoreThatIsAwayIsNobodysFault() throws IOException {
        StoreSettings nobody = new StoreSettings(
                URI.create("http://127.0.0.1:" + portOfNobody()), "anybody", "anything", "nothing", "us-east-1");
        try (ObjectStore store = ObjectStore.open(nobody)) {
            StoreException away = Assertions.catchThrowableOfType(StoreException.class, () -> store.exists("any"));

            JobFailure failure = Failures.of(away);

            assertThat(failure.code()).isEqualTo("store-unavailable");
            assertThat(failure.cause()).isEqualTo(JobFailure.Cause.OUTAGE);
        }
    }

    @Test
    void whatCannotBeDoneIsTheJobsFaultUnderItsOwnCode() {
        assertThat(Failures.of(new TaskRefusedException("size-mismatch", "32 is not 64")))
                .isEqualTo(new JobFailure("size-mismatch", "32 is not 64", JobFailure.Cause.JOB));
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        }
    }
}
