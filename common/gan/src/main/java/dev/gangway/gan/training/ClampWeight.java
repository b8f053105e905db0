package dev.gangway.gan.training;

/** The weight of the clamp, which shrinks as the clamp is satisfied; part of the training's progress. */
final class ClampWeight {

    private static final String SCHEDULE = "clamp-weight";

    private final TrainingState state;
    private final RankedSettings.Clamp clamp;

    ClampWeight(TrainingState state, RankedSettings.Clamp clamp) {
        this.state = state;
        this.clamp = clamp;
    }

    double now() {
        return state.progress().schedules().getOrDefault(SCHEDULE, clamp.weight());
    }

    /** Shrinks when the clamp of the update that left {@code terms} was satisfied. */
    void follow(Terms terms) {
        if (clamp.decay() < 1 && terms.value("critic.clamp") == 0) {
            state.progress(state.progress().with(SCHEDULE, now() * clamp.decay()));
        }
    }
}
