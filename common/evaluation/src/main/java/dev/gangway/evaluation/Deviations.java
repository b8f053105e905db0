package dev.gangway.evaluation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * The co-moment C = Σ (x - mean)(x - mean)ᵀ of a set of features, in the smaller of two forms.
 *
 * <p>Below as many rows as dimensions it is a factor F, (rows, dimension), with C = FᵀF: smaller than C, exact, and of the
 * rank that C has. From there on it is C itself, (dimension, dimension). A network with 2048 features and a set of 200
 * images are judged in 200 dimensions this way.
 */
sealed interface Deviations {

    /** The co-moment of rows whose mean is zero; they are kept, not copied. */
    static Deviations of(DMatrixRMaj centredRows) {
        return new Factor(centredRows).reduced();
    }

    /** The sum of the squared deviations in all dimensions: the trace of C. */
    double trace();

    /** A matrix F, (rank or more, dimension), with C = FᵀF. */
    DMatrixRMaj factor();

    /** C of this and of {@code other}, and of one more row of deviations: what moving the mean adds. */
    Deviations plus(Deviations other, double[] shift);

    /** The factor, while it is the smaller form. */
    record Factor(DMatrixRMaj factor) implements Deviations {

        @Override
        public double trace() {
            return Math.pow(NormOps_DDRM.normF(factor), 2);
        }

        @Override
        public Deviations plus(Deviations other, double[] shift) {
            if (other instanceof Dense dense) {
                return dense.plus(this, shift);
            }
            return new Factor(CommonOps_DDRM.concatRowsMulti(factor, other.factor(), row(shift))).reduced();
        }

        private Deviations reduced() {
            return factor.getNumRows() < factor.getNumCols() ? this : new Dense(gram());
        }

        private DMatrixRMaj gram() {
            return MatrixProduct.gram(factor);
        }
    }

    /** The co-moment itself. */
    record Dense(DMatrixRMaj moment) implements Deviations {

        @Override
        public double trace() {
            return CommonOps_DDRM.trace(moment);
        }

        @Override
        public DMatrixRMaj factor() {
            return PivotedCholesky.factor(moment);
        }

        @Override
        public Deviations plus(Deviations other, double[] shift) {
            DMatrixRMaj sum = moment.copy();
            CommonOps_DDRM.addEquals(sum, other instanceof Dense dense ? dense.moment : ((Factor) other).gram());
            DMatrixRMaj row = row(shift);
            CommonOps_DDRM.multAddTransA(row, row, sum);
            return new Dense(sum);
        }
    }

    private static DMatrixRMaj row(double[] values) {
        return DMatrixRMaj.wrap(1, values.length, values);
    }
}
