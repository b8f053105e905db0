package dev.gangway.gateway.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.recipe.Recipes;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.contracts.training.DatasetReference;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobWorkTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "63, 1", "64, 1", "65, 2", "128, 2", "1000, 16"})
    void imagesAreCutIntoTasksOfAtMost64(int images, int tasks) {
        assertThat(completion(images).tasks()).isEqualTo(tasks);
    }

    @Test
    void theTasksTogetherHaveEachImageOnce() {
        JobWork.Completion work = completion(150);
        int[] indices = IntStream.range(0, work.tasks())
                .mapToObj(work::imagesOf)
                .flatMapToInt(range -> IntStream.range(range.from(), range.from() + range.count()))
                .toArray();
        assertThat(indices).isEqualTo(IntStream.range(7, 157).toArray());
    }

    private static JobWork.Completion completion(int images) {
        return new JobWork.Completion(
                new CheckpointReference(TeamId.DEFAULT, "faces", new CheckpointId(UUID.randomUUID(), 1, 5, 1)),
                new ImageRange(new DatasetReference(TeamId.DEFAULT, "cifar", 1), Split.TEST, 7, images),
                64,
                MaskRecipe.centreSquare(25),
                Recipes.named("rankgan-tiny").completion(),
                0,
                null);
    }
}
