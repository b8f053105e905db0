package dev.gangway.completion.network;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.CompletionSettings.Start;
import dev.gangway.evaluation.RgbImage;
import dev.gangway.gan.completion.mask.Mask;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.DcganArchitecture;
import dev.gangway.gan.network.Initialisation;
import dev.gangway.gan.network.Normalisation;
import dev.gangway.gan.network.Upsampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A process of its own that completes batch after batch, each of another size, and tells now and then what memory it keeps. */
final class CompletionsOfAllSizes {

    /** How often it tells. */
    static final int READINGS = 8;

    private static final int SIDE = 64;
    private static final int MOST_IMAGES = 48;
    private static final Path STATUS = Path.of("/proc/self/status");

    private CompletionsOfAllSizes() {}

    /** Completes as many batches as the argument says and prints its resident set in kB, a reading a line. */
    public static void main(String... arguments) throws Exception {
        int batches = Integer.parseInt(arguments[0]);
        Architecture architecture =
                new DcganArchitecture(SIDE, 16, 16, Upsampling.BILINEAR, Normalisation.NONE, Initialisation.HE);
        try (TrainedModel model = untrained(architecture)) {
            ImageCompleter completer = new ImageCompleter(model, new CompletionSettings(0.1, 2, 0.05, Start.PRIOR), 42);
            SplittableRandom sizes = new SplittableRandom(7);
            for (int batch = 1; batch <= batches; batch++) {
                complete(completer, sizes.nextInt(1, MOST_IMAGES + 1));
                if (batch % (batches / READINGS) == 0) {
                    System.gc();
                    System.out.println(residentKilobytes());
                }
            }
        }
    }

    private static TrainedModel untrained(Architecture architecture) {
        try (NDManager manager = NDManager.newBaseManager()) {
            return TrainedModel.load(
                    Device.cpu(),
                    architecture,
                    Map.of(
                            "generator",
                            architecture.firstGenerator(manager, 1).toSafetensors(),
                            "discriminator",
                            architecture.firstCritic(manager, 1).toSafetensors()));
        }
    }

    private static void complete(ImageCompleter completer, int count) {
        RgbImage grey = new RgbImage(SIDE, SIDE, new byte[SIDE * SIDE * 3]);
        List<RgbImage> images = Collections.nCopies(count, grey);
        List<Mask> masks = Collections.nCopies(count, Mask.centreSquare(SIDE, 0.25));
        completer.complete(images, masks, IntStream.range(0, count).toArray(), () -> false);
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
