package dev.gangway.gan.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.gan.NativeTest;
import dev.gangway.gan.Pictures;
import java.nio.ByteBuffer;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefetchingFeedTest extends NativeTest {

    private static final int SIZE = 8;

    private final ImageArray images = Pictures.squares(20, SIZE, 3);
    private final BatchOrder inOrder =
            number -> BatchOrder.Selection.of((int) (2 * number) % 20, (int) (2 * number + 1) % 20);

    @ParameterizedTest
    @CsvSource({"0 1 2 3 4 5", "0 0 1 1 2", "3 4 4 5 1 2 3 9 9"})
    void aBatchIsTheSameWheneverItIsAskedFor(String numbers) {
        ImageFeed plain = new ImageFeed(images);
        try (BatchAssembler assembler = new BatchAssembler()) {
            PrefetchingFeed feed = assembler.feed(images, inOrder);
            for (String each : numbers.split(" ", -1)) {
                long number = Long.parseLong(each);
                float[] expected =
                        plain.batch(manager, inOrder.batch(number).indices()).toFloatArray();
                assertThat(feed.batch(manager, number).toFloatArray()).isEqualTo(expected);
            }
        }
    }

    @Test
    void theNextBatchesAreReadByAnotherThreadBeforeTheyAreAskedFor() throws Exception {
        CyclicBarrier read = new CyclicBarrier(2);
        ImageSource slow = new Watched(() -> {
            try {
                read.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        });
        try (BatchAssembler assembler = new BatchAssembler()) {
            Thread first = new Thread(() -> assembler.feed(slow, inOrder).batch(manager, 0));
            first.start();
            read.await(20, TimeUnit.SECONDS);
            first.join();

            read.await(20, TimeUnit.SECONDS);
            read.await(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aMirroredImageIsTurnedLeftToRightAndTheOthersAreNot() {
        BatchOrder second = number -> new BatchOrder.Selection(new int[] {4, 5}, new boolean[] {false, true});
        try (BatchAssembler assembler = new BatchAssembler()) {
            float[] turned = assembler.feed(images, second).batch(manager, 0).toFloatArray();
            float[] plain =
                    new ImageFeed(images).batch(manager, new int[] {4, 5}).toFloatArray();

            int image = 3 * SIZE * SIZE;
            for (int i = 0; i < turned.length; i++) {
                int column = i % SIZE;
                int expected = i < image ? i : i - column + SIZE - 1 - column;
                assertThat(turned[i]).isEqualTo(plain[expected]);
            }
        }
    }

    /** The images, with something that happens whenever they are read. */
    private final class Watched implements ImageSource {

        private final Runnable reading;

        Watched(Runnable reading) {
            this.reading = reading;
        }

        @Override
        public int count() {
            return images.count();
        }

        @Override
        public int size() {
            return images.size();
        }

        @Override
        public void copy(int[] indices, ByteBuffer target) {
            reading.run();
            images.copy(indices, target);
        }
    }
}
