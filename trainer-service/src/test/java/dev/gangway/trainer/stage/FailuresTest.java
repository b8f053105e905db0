package dev.gangway.trainer.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.event.JobFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void aFullDiskOfThisMachineIsNamedAndAnotherMachineMayTry() {
        UncheckedIOException full = new UncheckedIOException(
                "the cache of datasets in /cache cannot be used: No space left on device", new IOException());

        assertThat(Failures.of(full))
                .isEqualTo(new JobFailure(
                        "cache-unusable",
                        "the cache of datasets in /cache cannot be used: No space left on device",
                        JobFailure.Cause.MACHINE));
    }
}
