package dev.gangway.evaluation;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** The features of a set of images, one row each, and the name of the extractor that made them. */
public final class Features {

    private final String extractor;
    private final DMatrixRMaj rows;

    private Features(String extractor, DMatrixRMaj rows) {
        this.extractor = extractor;
        this.rows = rows;
    }

    /** The features of {@code images} as {@code extractor} described them; at least one, all of one length. */
    public static Features of(String extractor, List<ImageFeatures> images) {
        return of(
                extractor, images.stream().map(image -> widen(image.features())).toArray(double[][]::new));
    }

    /** Features given as rows of values; at least one, all of one length. */
    public static Features of(String extractor, double[][] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("a set without images has no features");
        }
        int dimension = rows[0].length;
        if (Arrays.stream(rows).anyMatch(row -> row.length != dimension)) {
            throw new IllegalArgumentException("features of one set have one length, here " + dimension);
        }
        return new Features(extractor, new DMatrixRMaj(rows));
    }

    /** The name of the extractor that made the features. */
    public String extractor() {
        return extractor;
    }

    /** How many images the set has. */
    public int count() {
        return rows.getNumRows();
    }

    /** How many features an image has. */
    public int dimension() {
        return rows.getNumCols();
    }

    /** (count, dimension) values, not to be written to. */
    DMatrixRMaj rows() {
        return rows;
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
