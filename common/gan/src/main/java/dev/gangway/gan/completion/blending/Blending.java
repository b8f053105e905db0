package dev.gangway.gan.completion.blending;

import ai.djl.ndarray.NDArray;
import dev.gangway.gan.array.NativeArray;
import dev.gangway.gan.completion.mask.Mask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the hole is filled with what was generated; visible pixels stay what they are in any case. */
public enum Blending {
    /** As it was generated: RankGAN (11), GoGAN (33). */
    PASTE {
        @Override
        public NDArray of(NDArray image, NDArray generated, List<Mask> masks) {
            return new Pasting().of(image, generated, Mask.batch(image.getManager(), masks));
        }
    },
    /** With the gradients of what was generated, but the colours of what is visible around: {@link PoissonBlending}. */
    POISSON {
        @Override
        public NDArray of(NDArray image, NDArray generated, List<Mask> masks) {
            float[] blended = image.toFloatArray();
            float[] filling = generated.toFloatArray();
            int channels = Math.toIntExact(image.getShape().get(1));
            imagesBehind(masks)
                    .forEach((mask, images) -> blend(PoissonBlending.behind(mask), images, channels, blended, filling));
            return NativeArray.of(image.getManager(), blended, image.getShape());
        }
    };

    /**
     * The images with their holes filled.
     *
     * @param image y, (batch, 3, size, size)
     * @param generated G(ẑ), likewise
     * @param masks one for each image
     */
    public abstract NDArray of(NDArray image, NDArray generated, List<Mask> masks);

    /** The numbers of the images behind each mask. A mask's equations take megabytes: they are solved one mask after the other. */
    private static Map<Mask, List<Integer>> imagesBehind(List<Mask> masks) {
        return IntStream.range(0, masks.size())
                .boxed()
                .collect(Collectors.groupingBy(masks::get, LinkedHashMap::new, Collectors.toList()));
    }

    private static void blend(
            PoissonBlending solver, List<Integer> images, int channels, float[] blended, float[] filling) {
        for (int image : images) {
            for (int plane = image * channels; plane < (image + 1) * channels; plane++) {
                solver.blend(blended, filling, plane);
            }
        }
    }
}
