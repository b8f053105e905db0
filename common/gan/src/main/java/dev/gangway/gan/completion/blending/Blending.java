package dev.gangway.gan.completion.blending;

import ai.djl.ndarray.NDArray;
import dev.gangway.gan.array.NativeArray;
import dev.gangway.gan.completion.mask.Mask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
            Map<Mask, PoissonBlending> solvers = new HashMap<>();
            float[] blended = image.toFloatArray();
            float[] filling = generated.toFloatArray();
            int channels = Math.toIntExact(image.getShape().get(1));
            for (int i = 0; i < masks.size(); i++) {
                PoissonBlending solver = solvers.computeIfAbsent(masks.get(i), PoissonBlending::behind);
                for (int plane = i * channels; plane < (i + 1) * channels; plane++) {
                    solver.blend(blended, filling, plane);
                }
            }
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
}
