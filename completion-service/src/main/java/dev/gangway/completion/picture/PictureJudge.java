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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /** Judges one completed picture against {@code truth}; nothing when it is stopped. */
    Optional<JudgedPart> judge(
            CompletePictures task, int number, OpenedPicture opened, PixelImage completed, StopSignal stop) {
        RgbImage truth = PixelLayout.rgbImage(opened.truth().orElseThrow());
        Hole hole = new Hole(truth.height(), truth.width(), opened.mask().missing());
        Map<ImageSet, List<RgbImage>> sets = new EnumMap<>(ImageSet.class);
        sets.put(ImageSet.TRUTH, List.of(truth));
        sets.put(ImageSet.OCCLUDED, List.of(Occlusion.fill(truth, hole, grey(truth))));
        sets.put(ImageSet.MEAN_COLOUR, List.of(Occlusion.fill(truth, hole, MeanColour.of(truth, hole))));
        sets.put(ImageSet.COMPLETED, List.of(PixelLayout.rgbImage(completed)));
        return judge.judge(task, new ComparedImages(new int[] {number}, Optional.empty(), sets, List.of(hole)), stop);
    }

    private static RgbImage grey(RgbImage like) {
        return Occlusion.grey(like.height(), like.width());
    }
}
