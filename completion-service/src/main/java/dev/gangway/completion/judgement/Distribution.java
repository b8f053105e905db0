package dev.gangway.completion.judgement;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.evaluation.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How one figure is distributed over a set of images, as {@code results.json} has it.
 *
 * @param count how many finite values there are
 * @param infinite how many images differ in nothing, so that their PSNR is infinite; they are left out of the rest
 * @param mean of the finite values; null without any
 * @param deviation their standard deviation with N-1; null below two values
 * @param quartiles 0, 25, 50, 75 and 100 %; empty without a value
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Distribution(int count, int infinite, Double mean, Double deviation, List<Double> quartiles) {

    public static Distribution of(DoubleStream values) {
        return of(Summary.of(values));
    }

    public static Distribution of(Summary summary) {
        return new Distribution(
                summary.count(),
                summary.infinite(),
                finite(summary.mean()),
                finite(summary.standardDeviation()),
                summary.count() == 0
                        ? List.of()
                        : Arrays.stream(summary.quartiles()).boxed().toList());
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
