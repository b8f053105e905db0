package dev.gangway.gan.training;

import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
        values.putAll(norms());
        double imagesPerSecond = imagesPerSecond();
        Optional<HeldOutScores> heldOut = state.network(NetworkRole.DISCRIMINATOR)
                .map(ignored -> new HeldOutMeasurement(context, state).scores());
        lastTime = System.nanoTime();
        heldOut.ifPresent(scores -> state.progress(state.progress().measured(scores.gap())));
        return new StepReport(
                state.progress(),
                settings.steps(),
                values,
                heldOut,
                imagesPerSecond,
                endings.reason(state.progress(), heldOut));
    }

    /** The name of a network that has a weight that is not finite. */
    Optional<String> brokenNetwork() {
        return StepReport.notFinite(norms());
    }

    /** The norm of all weights of each network that learns. */
    private Map<String, Double> norms() {
        Map<String, Double> norms = new LinkedHashMap<>();
        try (NDManager scope = context.manager().newSubManager()) {
            for (NetworkRole role : state.trained()) {
                double norm = context.operations()
                        .totalNorm(scope, state.require(role).arrays())
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
