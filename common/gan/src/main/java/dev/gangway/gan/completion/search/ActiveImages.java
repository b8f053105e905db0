package dev.gangway.gan.completion.search;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.array.NativeArray;
import dev.gangway.gan.completion.objective.Objective;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.optimizer.Optimizer;
import dev.gangway.gan.torchscript.Operations;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The images of a batch whose z is still searched for; the others leave, and updates take less time. For one thread. */
final class ActiveImages implements AutoCloseable {

    private static final String LATENT = "z";

    private final TrainedModel model;
    private final SearchSettings settings;
    private final Searched found;
    private int[] images;
    private float[] lowestBefore;
    private Held held;

    /** All images of {@code target}, which begin at {@code start}, (images, latent); what is found is written to {@code found}. */
    ActiveImages(TrainedModel model, SearchSettings settings, NDArray start, Objective.Target target, Searched found) {
        this.model = model;
        this.settings = settings;
        this.found = found;
        this.images = IntStream.range(0, found.updates().length).toArray();
        this.lowestBefore = new float[images.length];
        Arrays.fill(lowestBefore, Float.POSITIVE_INFINITY);
        this.held = first(start, target);
    }

    /**
     * What is in the device's memory for the images that are left.
     *
     * @param owner owns all of it
     * @param latent z, (images, latent)
     * @param optimizer changes it
     * @param target what the images are completed to
     * @param lowest the lowest objective of each so far, without its constant, (images)
     */
    private record Held(
            NDManager owner, Parameters latent, Optimizer optimizer, Objective.Target target, NDArray lowest) {}

    /** Whether no image is left. */
    boolean isEmpty() {
        return images.length == 0;
    }

    /** One update of every z that is left. */
    void update(Objective objective) {
        Operations operations = model.operations();
        Parameters latent = held.latent();
        try (NDManager scope = model.newScope()) {
            NDArray total = operations.recording(() -> objective
                    .at(NativeArray.in(scope, latent.get(LATENT)), held.target())
                    .total());
            NDArray sum = operations.recording(total::sum);
            held.optimizer().update(operations.gradients(sum, latent.arrays()), settings.rate());
            settings.clip().ifPresent(limit -> operations.clip(latent.arrays(), limit));
            if (settings.stop().isOn()) {
                held.lowest().intern(held.lowest().minimum(objective.withoutConstant(total, held.target())));
            }
        }
    }

    /** Writes down the images whose search is over after {@code updates}, and goes on without them. */
    void releaseFinished(int updates) {
        float[] before = lowestBefore;
        float[] now = held.lowest().toFloatArray();
        lowestBefore = now;
        int[] staying = IntStream.range(0, now.length)
                .filter(row -> !settings.stop().isOver(updates, before[row], now[row]))
                .toArray();
        if (staying.length < now.length) {
            // Those that stay are written down too, and again when they are over.
            writeDown(updates);
            keep(staying);
        }
    }

    /** Writes down the images that are left, after {@code updates}. */
    void writeDown(int updates) {
        if (isEmpty()) {
            return;
        }
        float[] z = held.latent().get(LATENT).toFloatArray();
        int latent = z.length / images.length;
        for (int row = 0; row < images.length; row++) {
            System.arraycopy(z, row * latent, found.z(), images[row] * latent, latent);
            found.updates()[images[row]] = updates;
        }
    }

    @Override
    public void close() {
        held.owner().close();
    }

    private void keep(int... staying) {
        if (staying.length == 0) {
            images = staying;
            return;
        }
        int[] rows = Rows.atLeastTwo(staying);
        Held left = held;
        held = chosen(left, rows);
        left.owner().close();
        images = Arrays.stream(rows).map(row -> images[row]).toArray();
        float[] before = lowestBefore;
        lowestBefore = new float[rows.length];
        IntStream.range(0, rows.length).forEach(row -> lowestBefore[row] = before[rows[row]]);
    }

    private Held first(NDArray start, Objective.Target target) {
        return heldBy(owner -> {
            Parameters latent = Parameters.copyOf(owner, Map.of(LATENT, start)).trainable();
            Parameters state = settings.optimizer().firstState(owner, latent);
            NDArray lowest =
                    owner.full(new Shape(start.getShape().get(0)), Float.POSITIVE_INFINITY, start.getDataType());
            return new Held(owner, latent, optimizer(latent, state), target, lowest);
        });
    }

    private Held chosen(Held all, int... rows) {
        return heldBy(owner -> {
            Parameters latent = chosen(owner, all.latent(), rows).trainable();
            Parameters state = chosen(owner, all.optimizer().state(), rows);
            Objective.Target target = new Objective.Target(
                    Rows.of(owner, all.target().image(), rows),
                    Rows.of(owner, all.target().mask(), rows),
                    Rows.of(owner, all.target().score(), rows));
            return new Held(owner, latent, optimizer(latent, state), target, Rows.of(owner, all.lowest(), rows));
        });
    }

    /** What {@code made} puts into the care of an owner, which keeps nothing when the device has no memory for all of it. */
    private Held heldBy(Function<NDManager, Held> made) {
        NDManager owner = model.newScope();
        try {
            return made.apply(owner);
        } catch (RuntimeException | Error e) {
            owner.close();
            throw e;
        }
    }

    private Optimizer optimizer(Parameters latent, Parameters state) {
        return settings.optimizer().of(model.operations(), latent, state);
    }

    /** The rows of what has one for each image; all images have had the same number of updates. */
    private static Parameters chosen(NDManager owner, Parameters all, int... rows) {
        try (NDManager scope = owner.newSubManager()) {
            Map<String, NDArray> chosen = new TreeMap<>();
            all.named()
                    .forEach((name, array) ->
                            chosen.put(name, array.getShape().isScalar() ? array : Rows.of(scope, array, rows)));
            return Parameters.copyOf(owner, chosen);
        }
    }
}
