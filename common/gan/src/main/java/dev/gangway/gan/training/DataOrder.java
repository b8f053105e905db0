package dev.gangway.gan.training;

import dev.gangway.gan.image.BatchOrder;
import dev.gangway.gan.random.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;

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

    /** Every image as it is. */
    BatchOrder asTheyAre() {
        return number -> BatchOrder.Selection.of(batch(number));
    }

    /** Each image of a batch turned left to right with probability one half, by seed, stage, batch and place alone. */
    BatchOrder mirroringHalf() {
        return number -> {
            boolean[] mirrored = new boolean[batch];
            SplittableRandom random = Seeds.generator(seed, Purpose.FLIP.coordinate(), stage, number);
            for (int place = 0; place < batch; place++) {
                mirrored[place] = random.nextBoolean();
            }
            return new BatchOrder.Selection(batch(number), mirrored);
        };
    }

    private void turnTo(long wanted) {
        if (epoch != wanted) {
            epoch = wanted;
            order = Seeds.permutation(Seeds.generator(seed, Purpose.ORDER.coordinate(), stage, wanted), count);
        }
    }
}
