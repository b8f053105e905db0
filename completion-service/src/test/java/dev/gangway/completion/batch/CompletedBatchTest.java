package dev.gangway.completion.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.completion.judgement.ComparedImages;
import dev.gangway.completion.judgement.ImageSet;
import dev.gangway.completion.judgement.RefusedImage;
import dev.gangway.completion.mask.Occlusion;
import dev.gangway.completion.network.ImageCompleter.Completed;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.evaluation.RgbImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompletedBatchTest {

    private static final int SIZE = 16;
    private static final int FIRST = 40;
    private static final ImageRange SPLIT =
            new ImageRange(new DatasetReference(TeamId.DEFAULT, "drawn", 1), Split.TEST, 0, 100);

    @Test
    void anImageWhoseSearchDivergedIsRefusedAndTheOthersAreJudgedWithoutIt() throws Exception {
        CompletedBatch batch = batch(true, false, true);

        ComparedImages compared = batch.compared(SPLIT).orElseThrow();

        assertThat(batch.refused()).containsExactly(RefusedImage.diverged(FIRST + 1));
        assertThat(batch.image(1)).isEmpty();
        assertThat(compared.numbers()).containsExactly(FIRST, FIRST + 2);
        assertThat(levels(compared, ImageSet.TRUTH)).containsExactly(0, 2);
        assertThat(levels(compared, ImageSet.COMPLETED)).containsExactly(10, 12);
        assertThat(compared.holes()).hasSize(2);
        // What the truth was described as is kept for the range; this is none.
        assertThat(compared.source()).isEmpty();
    }

    @Test
    void aBatchWithoutFaultIsComparedAsItsRange() throws Exception {
        assertThat(batch(true, true).compared(SPLIT).orElseThrow().source())
                .contains(new ImageRange(SPLIT.dataset(), SPLIT.split(), FIRST, 2));
        assertThat(batch(false).compared(SPLIT)).isEmpty();
    }

    private static CompletedBatch batch(Boolean... finite) throws Exception {
        Truth truth = new Truth(
                FIRST,
                IntStream.range(0, finite.length)
                        .mapToObj(CompletedBatchTest::image)
                        .toList(),
                image(99));
        List<Completed> completed = IntStream.range(0, finite.length)
                .mapToObj(number -> new Completed(image(10 + number), finite[number]))
                .toList();
        List<Occlusion> occlusions = truth.occlusions(MaskRecipe.centreSquare(25), 1);
        return new CompletedBatch(truth, occlusions, completed);
    }

    private static List<Integer> levels(ComparedImages compared, ImageSet set) {
        return compared.sets().get(set).stream()
                .map(image -> (int) image.rgb()[0])
                .toList();
    }

    private static RgbImage image(int level) {
        byte[] rgb = new byte[SIZE * SIZE * RgbImage.CHANNELS];
        Arrays.fill(rgb, (byte) level);
        return new RgbImage(SIZE, SIZE, rgb);
    }
}
