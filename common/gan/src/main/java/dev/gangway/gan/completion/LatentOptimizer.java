package dev.gangway.gan.completion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.gangway.gan.array.NativeArray;
import dev.gangway.gan.completion.mask.Mask;
import dev.gangway.gan.completion.objective.Objective;
import dev.gangway.gan.completion.search.LatentSearch;
import dev.gangway.gan.completion.search.Rows;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.image.ImageFeed;
import dev.gangway.gan.image.MeanFill;
import dev.gangway.gan.image.Pixels;
import dev.gangway.gan.random.Seeds;
import dev.gangway.gan.training.StopSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Completes images by searching, for each of them, the z whose G(z) is closest to what is visible and most real: RankGAN
 * (8) to (11), GoGAN (30) to (33).
 *
 * <p>Every image has its own loss, its own start and its own end, so what becomes of it does not depend on the images beside it:
 * on a CPU its pixels have the same bits in every batch, and its losses agree to rounding. An image behind a mask that hides nothing comes back as it is, without a search. May be used by several
 * threads.
 */
public final class LatentOptimizer {

    private final TrainedModel model;
    private final CompletionSettings settings;
    private final Objective objective;

    public LatentOptimizer(TrainedModel model, CompletionSettings settings) {
        this.model = model;
        this.settings = settings;
        this.objective = Objective.of(model, settings.objective());
    }

    /**
     * Completes {@code images} behind {@code mask}; hidden pixels are not looked at.
     *
     * @param seeds one for each image, for its starts from the prior
     * @throws IllegalArgumentException when images, mask and model differ in size, or seeds and images in number
     */
    public Completion complete(ImageArray images, Mask mask, long... seeds) {
        return complete(images, mask, StopSignal.NEVER, seeds).orElseThrow();
    }

    /**
     * Completes as {@link #complete(ImageArray, Mask, long...)} does, but ends before the next update of z, with nothing,
     * once {@code stop} is requested.
     */
    public Optional<Completion> complete(ImageArray images, Mask mask, StopSignal stop, long... seeds) {
        return complete(images, Collections.nCopies(images.count(), mask), stop, seeds);
    }

    /** Completes as {@link #complete(ImageArray, Mask, StopSignal, long...)} does, each image behind a mask of its own. */
    public Optional<Completion> complete(ImageArray images, List<Mask> masks, StopSignal stop, long... seeds) {
        requireFit(images, masks, seeds);
        int[] damaged = IntStream.range(0, masks.size())
                .filter(image -> masks.get(image).hidden() > 0)
                .toArray();
        if (damaged.length == 0) {
            return Optional.of(new Completion(images, Collections.nCopies(masks.size(), Completion.Search.NONE)));
        }
        int[] rows = Rows.atLeastTwo(damaged);
        return model.operations().withoutRecording(() -> {
            try (NDManager scope = model.newScope()) {
                return complete(scope, new Batch(images, masks, seeds, rows), stop);
            }
        });
    }

    /** The images numbered {@code rows}, which have holes. */
    private record Batch(ImageArray images, List<Mask> masks, long[] seeds, int[] rows) {

        List<Mask> masksOfRows() {
            return Arrays.stream(rows).mapToObj(masks::get).toList();
        }

        /** Seeds of the prior's draws; the first draw takes the image's own. */
        long[] seedsOfRows(int draw) {
            return Arrays.stream(rows)
                    .mapToLong(row -> draw == 0
                            ? seeds[row]
                            : Seeds.generator(seeds[row], draw).nextLong())
                    .toArray();
        }

        /** All images, those of the rows with {@code pixels} and {@code candidate}'s searches. */
        Completion completed(byte[] pixels, Candidate candidate) {
            byte[] all = images.pixels().clone();
            int length = pixels.length / rows.length;
            List<Completion.Search> found = candidate.searches();
            List<Completion.Search> searches =
                    new ArrayList<>(Collections.nCopies(masks.size(), Completion.Search.NONE));
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(pixels, row * length, all, rows[row] * length, length);
                searches.set(rows[row], found.get(row));
            }
            return new Completion(new ImageArray(images.size(), all), searches);
        }
    }

    private Optional<Completion> complete(NDManager scope, Batch batch, StopSignal stop) {
        List<Mask> masks = batch.masksOfRows();
        NDArray visible = Mask.batch(scope, masks);
        NDArray image = new ImageFeed(batch.images()).batch(scope, batch.rows());
        return search(batch, target(scope, image, visible), stop).map(best -> {
            NDArray generated = NativeArray.of(scope, best.generated(), image.getShape());
            return batch.completed(Pixels.toBytes(settings.blending().of(image, generated, masks)), best);
        });
    }

    /** What is completed to, in {@code scope}; what the critic's opinion of it was computed with is let go of. */
    private Objective.Target target(NDManager scope, NDArray image, NDArray visible) {
        NDArray filled = MeanFill.of(image, visible);
        try (NDManager judging = model.newScope()) {
            NDArray score =
                    objective.target(NativeArray.in(judging, filled), visible).score();
            score.attach(scope);
            return new Objective.Target(filled, visible, score);
        }
    }

    /** The best of the searches from all starts; nothing when it was stopped. */
    private Optional<Candidate> search(Batch batch, Objective.Target target, StopSignal stop) {
        Candidate best = null;
        for (int number = 0; number < starts(); number++) {
            Optional<Candidate> found = searchFrom(number, batch, target, stop);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            best = best == null ? found.get() : best.orBetter(found.get());
        }
        return Optional.of(best);
    }

    /** The search from one start, of which the device keeps nothing. */
    private Optional<Candidate> searchFrom(int number, Batch batch, Objective.Target target, StopSignal stop) {
        LatentSearch search = new LatentSearch(model, objective, settings.search());
        try (NDManager scope = model.newScope()) {
            NDArray start = start(scope, batch, target, number);
            return search.from(start, target, stop)
                    .map(found -> Candidate.of(
                            objective.at(NativeArray.of(scope, found.z(), start.getShape()), target),
                            found.updates(),
                            number));
        }
    }

    private int starts() {
        return settings.start() instanceof CompletionSettings.FromPrior prior ? prior.draws() : 1;
    }

    /** Where a search begins, (images, latent). */
    private NDArray start(NDManager scope, Batch batch, Objective.Target target, int number) {
        if (!(settings.start() instanceof CompletionSettings.FromEncoder)) {
            return model.prior(scope, batch.seedsOfRows(number));
        }
        try (NDManager encoding = model.newScope()) {
            NDArray seen = NativeArray.in(encoding, target.image());
            NDArray start = model.networks().encode(model.encoder(), seen).mean();
            start.attach(scope);
            return start;
        }
    }

    private void requireFit(ImageArray images, List<Mask> masks, long... seeds) {
        int size = model.architecture().size();
        if (images.count() != seeds.length || images.count() != masks.size() || seeds.length == 0) {
            throw new IllegalArgumentException(images.count()
                    + " images need as many masks and seeds and at least one, not " + masks.size() + " and "
                    + seeds.length);
        }
        for (Mask mask : masks) {
            if (images.size() != size || mask.size() != size) {
                throw new IllegalArgumentException("images of " + images.size() + " and a mask of " + mask.size()
                        + " pixels do not fit a model for " + size + " pixels");
            }
        }
    }
}
