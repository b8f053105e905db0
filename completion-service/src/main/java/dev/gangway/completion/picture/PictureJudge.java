package dev.gangway.completion.picture;

import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.completion.judgement.ComparedImages;
import dev.gangway.completion.judgement.ImageJudge;
import dev.gangway.completion.judgement.ImageSet;
import dev.gangway.completion.judgement.JudgedPart;
import dev.gangway.completion.mask.MeanColour;
import dev.gangway.completion.mask.Occlusion;
import dev.gangway.completion.network.PixelLayout;
import dev.gangway.contracts.completion.CompletionTask.CompletePictures;
import dev.gangway.evaluation.Hole;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.ledger.worker.StopSignal;
import jakarta.inject.Singleton;
import java.util.AbstractList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Compares pictures whose truth is known with it, at their own size, beside the baselines that need no training images. */
@Singleton
class PictureJudge {

    private final ImageJudge judge;

    PictureJudge(ImageJudge judge) {
        this.judge = judge;
    }

    /** The name of the extractor by which sets are compared. */
    String extractor() {
        return judge.extractor();
    }

    /** Judges one completed picture against the {@code undamaged} one; nothing when it is stopped. */
    Optional<JudgedPart> judge(
            CompletePictures task, int number, PixelImage undamaged, FilledPicture filled, StopSignal stop) {
        RgbImage truth = PixelLayout.rgbImage(undamaged);
        Hole hole = new Hole(truth.height(), truth.width(), filled.mask().missing());
        Map<ImageSet, List<RgbImage>> sets = new EnumMap<>(ImageSet.class);
        sets.put(ImageSet.TRUTH, List.of(truth));
        sets.put(ImageSet.OCCLUDED, new Filled(truth, hole, Occlusion.greyColour()));
        sets.put(ImageSet.MEAN_COLOUR, new Filled(truth, hole, MeanColour.colourOf(truth, hole)));
        sets.put(ImageSet.COMPLETED, List.of(PixelLayout.rgbImage(filled.whole())));
        return judge.judge(task, new ComparedImages(new int[] {number}, Optional.empty(), sets, List.of(hole)), stop);
    }

    /** The truth with one colour where it was missing, made whenever it is looked at: all baselines at once would fill the heap. */
    private static final class Filled extends AbstractList<RgbImage> {

        private final RgbImage truth;
        private final Hole hole;
        private final byte[] colour;

        Filled(RgbImage truth, Hole hole, byte[] colour) {
            this.truth = truth;
            this.hole = hole;
            this.colour = colour;
        }

        @Override
        public RgbImage get(int index) {
            Objects.checkIndex(index, 1);
            return Occlusion.fill(truth, hole, colour);
        }

        @Override
        public int size() {
            return 1;
        }
    }
}
