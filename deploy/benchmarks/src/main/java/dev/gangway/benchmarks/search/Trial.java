package dev.gangway.benchmarks.search;

import dev.gangway.benchmarks.image.PixelOrder;
import dev.gangway.evaluation.Hole;
import dev.gangway.evaluation.Psnr;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.evaluation.Summary;
import dev.gangway.gan.completion.Completion;
import dev.gangway.gan.completion.CompletionSettings;
import dev.gangway.gan.completion.LatentOptimizer;
import dev.gangway.gan.completion.mask.Mask;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.random.Seeds;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Completes a batch and looks at the clock before and after. The batch comes back as bytes of the host, so the device is done by then.
 *
 * @param model whose networks
 * @param mask hides the same of every image
 * @param nanoseconds the clock
 */
record Trial(TrainedModel model, Mask mask, LongSupplier nanoseconds) {

    private static final long SEED = 1;
    private static final double NANOSECONDS = 1e9;

    /**
     * What came out.
     *
     * @param seconds in {@link LatentOptimizer} alone
     * @param holePsnr mean over the images of the PSNR of the hidden pixels, in decibels
     * @param updates of each image's z
     */
    record Outcome(double seconds, double holePsnr, int[] updates) {

        double meanUpdates() {
            return IntStream.of(updates).average().orElseThrow();
        }

        int mostUpdates() {
            return IntStream.of(updates).max().orElseThrow();
        }
    }

    Outcome of(CompletionSettings settings, ImageArray images) {
        long[] seeds = LongStream.range(0, images.count())
                .map(image -> Seeds.generator(SEED, image).nextLong())
                .toArray();
        LatentOptimizer optimizer = new LatentOptimizer(model, settings);
        long begin = nanoseconds.getAsLong();
        Completion completion = optimizer.complete(images, mask, seeds);
        long end = nanoseconds.getAsLong();
        return new Outcome(
                (end - begin) / NANOSECONDS,
                holePsnr(images, completion.images()),
                completion.searches().stream()
                        .mapToInt(Completion.Search::updates)
                        .toArray());
    }

    private double holePsnr(ImageArray truth, ImageArray completed) {
        List<RgbImage> before = PixelOrder.interleaved(truth);
        List<RgbImage> after = PixelOrder.interleaved(completed);
        Hole hole = new Hole(mask.size(), mask.size(), hidden());
        return Summary.of(IntStream.range(0, before.size())
                        .mapToDouble(image -> Psnr.hole(before.get(image), after.get(image), hole)))
                .mean();
    }

    private boolean[] hidden() {
        boolean[] hidden = mask.visible();
        for (int pixel = 0; pixel < hidden.length; pixel++) {
            hidden[pixel] = !hidden[pixel];
        }
        return hidden;
    }
}
