package dev.gangway.gan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.gangway.gan.network.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads from the device what a report says. */
final class Reporter {

    private static final double NANOS = 1e9;

    private final StageContext context;
    private final TrainingState state;
    private final StageSettings settings;
    private int lastStep;
    private long lastTime = System.nanoTime();

    Reporter(StageContext context, TrainingState state, StageSettings settings) {
        this.context = context;
        this.state = state;
        this.settings = settings;
        this.lastStep = state.progress().step();
    }

    /** The report after the step that left {@code terms}. */
    StepReport report(Terms terms, Endings endings) {
        Map<String, Double> values = terms.read();
        values.putAll(norms(network -> List.copyOf(network.variables().values())));
        double imagesPerSecond = imagesPerSecond();
        Optional<HeldOutScores> heldOut = state.network(NetworkRole.DISCRIMINATOR)
                .map(ignored -> new HeldOutMeasurement(context, state).scores());
        lastTime = System.nanoTime();
        heldOut.ifPresent(scores -> state.progress(state.progress().measured(scores.gap(), endings.gapsNeeded())));
        return new StepReport(
                state.progress(),
                settings.steps(),
                values,
                heldOut,
                imagesPerSecond,
                endings.reason(state.progress(), heldOut));
    }

    /** The name of a network that has a weight, or a statistic of its batches, that is not finite. */
    Optional<String> brokenNetwork() {
        return StepReport.notFinite(norms(Parameters::arrays));
    }

    /** The norm of some arrays of each network that learns. */
    private Map<String, Double> norms(Function<Parameters, List<NDArray>> arrays) {
        Map<String, Double> norms = new LinkedHashMap<>();
        try (NDManager scope = context.manager().newSubManager()) {
            for (NetworkRole role : state.trained()) {
                double norm = context.operations()
                        .totalNorm(scope, arrays.apply(state.require(role)))
                        .toArray()[0]
                        .doubleValue();
                norms.put(role.part() + ".norm", norm);
            }
        }
        return norms;
    }

    private double imagesPerSecond() {
        int steps = state.progress().step() - lastStep;
        lastStep = state.progress().step();
        double seconds = (System.nanoTime() - lastTime) / NANOS;
        return (double) steps * settings.batchesPerStep() * settings.batch() / seconds;
    }
}
