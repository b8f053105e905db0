package dev.gangway.gan.training;

import dev.gangway.gan.random.Seeds;
import java.util.Arrays;

/** Which images each batch of a stage has: every epoch is a permutation that follows from seed, stage and epoch alone. */
final class DataOrder {

    private final long seed;
    private final int stage;
    private final int count;
    private final int batch;
    private long epoch = -1;
    private int[] order = {};

    DataOrder(long seed, int stage, int count, int batch) {
        this.seed = seed;
        this.stage = stage;
        this.count = count;
        this.batch = batch;
    }

    /** The images of the batch numbered {@code number} from 0; what is left at the end of an epoch is left out. */
    int[] batch(long number) {
        int perEpoch = count / batch;
        turnTo(number / perEpoch);
        int start = Math.toIntExact(number % perEpoch) * batch;
        return Arrays.copyOfRange(order, start, start + batch);
    }

    private void turnTo(long wanted) {
        if (epoch != wanted) {
            epoch = wanted;
            order = Seeds.permutation(Seeds.generator(seed, Purpose.ORDER.coordinate(), stage, wanted), count);
        }
    }
}
