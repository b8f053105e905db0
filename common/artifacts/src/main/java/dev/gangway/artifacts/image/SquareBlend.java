package dev.gangway.artifacts.image;

import java.util.ArrayList;
import java.util.List;

/**
 * What networks made of a picture's squares, as one: where squares overlap, the mean of them, in which each counts by how far the pixel is
 * from its edge and by how much of it was visible. Neither an edge nor a square that saw nothing can thus be made out.
 */
final class SquareBlend {

    /** A square that saw nothing counts where no other reaches, and hardly where one does. */
    private static final double LEAST_COUNT = 1e-3;

    private final List<Layer> layers;

    private SquareBlend(List<Layer> layers) {
        this.layers = layers;
    }

    /**
     * One square, enlarged.
     *
     * @param frame where it lies
     * @param count how much it counts beside others
     * @param samples at the frame's size
     */
    private record Layer(SquareFrame frame, double count, ResampledSquare samples) {

        /** A sample of a pixel that lies in the square, or of the nearest that does. */
        float sample(int row, int column, int channel) {
            int last = frame.side() - 1;
            return samples.sample(
                    Math.max(0, Math.min(last, row - frame.top())),
                    Math.max(0, Math.min(last, column - frame.left())),
                    channel);
        }
    }

    static SquareBlend of(PictureMask mask, List<SquareFrame> frames, List<PixelImage> completed, int size) {
        if (completed.size() != frames.size()) {
            throw new IllegalArgumentException(completed.size() + " completed squares are not " + frames.size());
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            SquareFrame frame = frames.get(i);
            PixelImage square = completed.get(i);
            if (square.height() != size || square.width() != size) {
                throw new IllegalArgumentException(
                        "an " + square + " is not what became of a square of " + size + " pixels");
            }
            ResizeWeights weights = new ResizeWeights(ResizeKernel.CATMULL_ROM, size, frame.side());
            layers.add(new Layer(
                    frame,
                    Math.max(LEAST_COUNT, mask.visibleShare(frame)),
                    new ResampledSquare(square.rgb(), PixelImage.CHANNELS, weights)));
        }
        return new SquareBlend(layers);
    }

    /** One sample, not yet rounded, of a pixel that lies in a square or beside one. */
    float sample(int row, int column, int channel) {
        double sum = 0;
        double counts = 0;
        float last = 0;
        int found = 0;
        for (Layer layer : layers) {
            int depth = layer.frame().depth(row, column);
            if (depth > 0 || (depth == 0 && found == 0)) {
                last = layer.sample(row, column, channel);
                sum += layer.count() * depth * last;
                counts += layer.count() * depth;
                found++;
            }
        }
        return found > 1 && counts > 0 ? (float) (sum / counts) : last;
    }
}
