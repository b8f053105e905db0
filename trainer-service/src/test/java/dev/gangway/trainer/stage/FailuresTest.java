package dev.gangway.trainer.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.contracts.event.JobFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void whatTheRecipeAsksForAndTheDatasetLacksIsTheJobsFault() {
        assertThatThrownBy(() -> RecipeUnfitException.unlessFitting(() -> {
                    throw new IllegalArgumentException("a batch of 64 of 8 images");
                }))
                .isInstanceOfSatisfying(RecipeUnfitException.class, unfit -> assertThat(Failures.of(unfit))
                        .isEqualTo(new JobFailure("recipe-unfit", "a batch of 64 of 8 images", JobFailure.Cause.JOB)));
    }

    @Test
    void aDeviceWithoutMemoryForTheNetworksIsTheMachinesFaultHoweverItIsWrapped() {
        IllegalArgumentException wrapped =
                new IllegalArgumentException("these bytes", new IllegalStateException("CUDA out of memory"));

        assertThatThrownBy(() -> RecipeUnfitException.unlessFitting(() -> {
                    throw wrapped;
                }))
                .isSameAs(wrapped);
        assertThat(Failures.of(wrapped).code()).isEqualTo("device-out-of-memory");
        assertThat(Failures.of(wrapped).cause()).isEqualTo(JobFailure.Cause.MACHINE);
    }

    @Test
    void anIllegalArgumentInTheMiddleOfARunIsNotTheRecipes() {
        JobFailure failure = Failures.of(new IllegalArgumentException("unforeseen"));

        assertThat(failure.code()).isEqualTo("internal-error");
        assertThat(failure.cause()).isEqualTo(JobFailure.Cause.MACHINE);
    }

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
