package dev.gangway.gan.completion.blending;

import dev.gangway.gan.completion.mask.Mask;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/**
 * Seamless cloning (Pérez, Gangnet and Blake 2003, equations 7, 8 and 11): the hole gets the values whose differences between
 * neighbours come closest to those of the completion, with the visible pixels around it as boundary.
 *
 * <p>Pixels have up to four neighbours; at the image's border, where there is none, nothing is asked for (Neumann). Every part of a
 * hole has a visible neighbour somewhere, because a mask leaves something visible, so the matrix is positive definite: it is
 * factored once for a mask (sparse Cholesky, rows of the image in their order) and used for every channel and image. A hole of 64 by
 * 64 pixels takes milliseconds; the factor grows with the hole's area times its width. For one thread.
 */
public final class PoissonBlending {

    private static final int VISIBLE = -1;

    private final int size;
    private final int[] hidden;
    private final int[] unknown;
    private final LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver;

    private PoissonBlending(int size, int[] hidden, int[] unknown) {
        this.size = size;
        this.hidden = hidden;
        this.unknown = unknown;
        this.solver = LinearSolverFactory_DSCC.cholesky(FillReducing.NONE);
        if (hidden.length > 0 && !solver.setA(laplacian())) {
            throw new IllegalStateException("the Laplacian of a hole is not positive definite");
        }
    }

    /** Factors the equations of the hole that {@code mask} leaves. */
    public static PoissonBlending behind(Mask mask) {
        boolean[] visible = mask.visible();
        int[] hidden =
                IntStream.range(0, visible.length).filter(i -> !visible[i]).toArray();
        int[] unknown = new int[visible.length];
        Arrays.fill(unknown, VISIBLE);
        IntStream.range(0, hidden.length).forEach(i -> unknown[hidden[i]] = i);
        return new PoissonBlending(mask.size(), hidden, unknown);
    }

    /**
     * Fills the hole of one channel of one image.
     *
     * @param image planes of size by size values; the hidden ones of the plane are written
     * @param generated the completion, likewise
     * @param plane which of the planes
     */
    void blend(float[] image, float[] generated, int plane) {
        int from = plane * size * size;
        double[] known = new double[size * size];
        double[] guide = new double[size * size];
        for (int i = 0; i < known.length; i++) {
            known[i] = image[from + i];
            guide[i] = generated[from + i];
        }
        double[] filled = blend(known, guide);
        for (int pixel : hidden) {
            image[from + pixel] = (float) filled[pixel];
        }
    }

    /**
     * Fills the hole of one channel.
     *
     * @param image size by size values, row by row; hidden ones are not looked at
     * @param generated the completion, likewise
     * @return {@code image} with the hole filled
     */
    public double[] blend(double[] image, double[] generated) {
        double[] blended = image.clone();
        if (hidden.length == 0) {
            return blended;
        }
        DMatrixRMaj right = new DMatrixRMaj(hidden.length, 1);
        for (int row = 0; row < hidden.length; row++) {
            int pixel = hidden[row];
            double sum = 0;
            for (int neighbour : neighbours(pixel)) {
                sum += generated[pixel] - generated[neighbour];
                sum += unknown[neighbour] == VISIBLE ? image[neighbour] : 0;
            }
            right.set(row, 0, sum);
        }
        DMatrixRMaj solution = new DMatrixRMaj(hidden.length, 1);
        solver.solve(right, solution);
        IntStream.range(0, hidden.length).forEach(row -> blended[hidden[row]] = solution.get(row, 0));
        return blended;
    }

    /** One equation for each hidden pixel: its neighbours times its value, less the hidden neighbours' values. */
    private DMatrixSparseCSC laplacian() {
        DMatrixSparseTriplet entries = new DMatrixSparseTriplet(hidden.length, hidden.length, 5 * hidden.length);
        for (int row = 0; row < hidden.length; row++) {
            int[] neighbours = neighbours(hidden[row]);
            entries.addItem(row, row, neighbours.length);
            for (int neighbour : neighbours) {
                if (unknown[neighbour] != VISIBLE) {
                    entries.addItem(row, unknown[neighbour], -1);
                }
            }
        }
        return DConvertMatrixStruct.convert(entries, (DMatrixSparseCSC) null);
    }

    private int[] neighbours(int pixel) {
        int row = pixel / size;
        int column = pixel % size;
        return IntStream.of(
                        row > 0 ? pixel - size : VISIBLE,
                        row < size - 1 ? pixel + size : VISIBLE,
                        column > 0 ? pixel - 1 : VISIBLE,
                        column < size - 1 ? pixel + 1 : VISIBLE)
                .filter(neighbour -> neighbour != VISIBLE)
                .toArray();
    }
}
