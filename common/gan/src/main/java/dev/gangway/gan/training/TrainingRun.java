package dev.gangway.gan.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.gangway.gan.image.BatchAssembler;
import dev.gangway.gan.network.Networks;
import dev.gangway.gan.torchscript.Operations;
import java.util.Optional;
import java.util.function.Function;

/**
 * A training on one device: goes through the stages of its plan and can be stopped at any step and resumed from a snapshot
 * with the same bits on a CPU (same machine, same number of threads).
 *
 * <p>All native memory is freed by {@link #close()}. For one thread.
 */
public final class TrainingRun implements AutoCloseable {

    private final StageContext context;
    private final TrainingState state;

    private TrainingRun(
            StagePlan plan, TrainingImages images, Device device, Function<NDManager, TrainingState> state) {
        images.requireFit(plan);
        NDManager manager = NDManager.newBaseManager(device);
        try {
            Operations operations = Operations.load(manager);
            Networks networks =
                    plan.architecture().networks(operations, plan.computation().precision());
            this.context = new StageContext(manager, operations, networks, plan, images, new BatchAssembler());
            this.state = state.apply(manager);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    /**
     * A training from its first step.
     *
     * @throws IllegalArgumentException when the plan does not fit the images
     */
    public static TrainingRun start(StagePlan plan, TrainingImages images, Device device) {
        TrainingRun run = new TrainingRun(plan, images, device, manager -> TrainingState.first(manager, plan));
        try {
            run.beginStage();
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
        return run;
    }

    /**
     * A training from where {@code snapshot} was taken.
     *
     * @throws IllegalArgumentException when the plan does not fit the images, or the snapshot not the plan
     */
    public static TrainingRun resume(StagePlan plan, TrainingImages images, Device device, Snapshot snapshot) {
        int stage = snapshot.progress().stage();
        if (stage < plan.firstStage() || stage > plan.lastStage()) {
            throw new IllegalArgumentException("the plan has no stage " + stage + " to go on with");
        }
        return new TrainingRun(
                plan, images, device, manager -> TrainingState.restore(manager, plan.architecture(), snapshot));
    }

    /** All that was learned so far, live. */
    public TrainingState state() {
        return state;
    }

    /** Goes on until all stages are over, {@code stop} asks for it, or a value is no longer finite. */
    public TrainingOutcome run(TrainingObserver observer, StopSignal stop) {
        return context.operations().withoutRecording(() -> runStages(observer, stop));
    }

    private TrainingOutcome runStages(TrainingObserver observer, StopSignal stop) {
        while (true) {
            Optional<TrainingOutcome> ended = state.progress().stageFinished()
                    ? Optional.empty()
                    : new StageLoop(context, state).run(observer, stop);
            if (ended.isPresent()) {
                return ended.get();
            }
            if (state.progress().stage() == context.plan().lastStage()) {
                return new TrainingOutcome.Finished(state.progress());
            }
            state.progress(state.progress().next());
            beginStage();
        }
    }

    private void beginStage() {
        StageSettings settings = context.plan().settings(state.progress().stage());
        context.operations().withoutRecording(() -> {
            Stage.begin(context, state, settings);
            return state;
        });
    }

    @Override
    public void close() {
        try {
            context.assembler().close();
        } finally {
            context.operations().close();
            context.manager().close();
        }
    }
}
