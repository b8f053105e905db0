package dev.gangway.completion.batch;

import dev.gangway.completion.judgement.ComparedImages;
import dev.gangway.completion.judgement.RefusedImage;
import dev.gangway.completion.mask.Occlusion;
import dev.gangway.completion.network.ImageCompleter.Completed;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.evaluation.RgbImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A batch of a dataset's images, whose searches came to an end each of its own.
 *
 * @param truth the true images
 * @param occlusions what was hidden of each
 * @param completed what became of each
 */
record CompletedBatch(Truth truth, List<Occlusion> occlusions, List<Completed> completed) {

    /** The image at {@code place} in the batch; nothing when its hidden pixels mean nothing. */
    Optional<RgbImage> image(int place) {
        return Optional.of(completed.get(place)).filter(Completed::isFinite).map(Completed::image);
    }

    /** The images without a usable end. */
    List<RefusedImage> refused() {
        return IntStream.range(0, completed.size())
                .filter(place -> image(place).isEmpty())
                .mapToObj(place -> RefusedImage.diverged(truth.first() + place))
                .toList();
    }

    /** The others beside their truth, in {@code dataset}'s split; nothing when there is none. */
    Optional<ComparedImages> compared(ImageRange dataset) {
        List<Integer> kept = IntStream.range(0, completed.size())
                .filter(place -> image(place).isPresent())
                .boxed()
                .toList();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        List<Occlusion> hidden = kept.stream().map(occlusions::get).toList();
        Truth judged =
                new Truth(truth.first(), kept.stream().map(truth.images()::get).toList(), truth.mean());
        return Optional.of(new ComparedImages(
                kept.stream().mapToInt(place -> truth.first() + place).toArray(),
                range(dataset, kept.size()),
                judged.beside(
                        kept.stream().map(place -> completed.get(place).image()).toList(), hidden),
                hidden.stream().map(Occlusion::hole).toList()));
    }

    /** Descriptions of the truth are kept for whole ranges alone. */
    private Optional<ImageRange> range(ImageRange dataset, int kept) {
        return kept < completed.size()
                ? Optional.empty()
                : Optional.of(new ImageRange(dataset.dataset(), dataset.split(), truth.first(), kept));
    }
}
