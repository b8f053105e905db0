package dev.gangway.gan.training;

/** One stage of a training, under way. */
sealed interface Stage permits VaeStage, CriticStage, RankedStage {

    /** Takes the step numbered {@code step} from 0 and leaves its losses and mean scores in {@code terms}. */
    void step(int step, Terms terms);

    /** Takes {@code state} from the end of one stage to the beginning of the next. */
    static void begin(StageContext context, TrainingState state) {
        int next = state.progress().stage() + 1;
        if (context.plan().stages().get(next) instanceof CriticSettings) {
            CriticStage.begin(context, state);
        } else {
            RankedStage.begin(context, state);
        }
    }

    /** The stage that {@code state} is in. */
    static Stage of(StageContext context, TrainingState state) {
        StageSettings settings = context.plan().stages().get(state.progress().stage());
        if (settings instanceof VaeSettings vae) {
            return new VaeStage(context, state, vae);
        }
        if (settings instanceof CriticSettings critic) {
            return new CriticStage(context, state, critic);
        }
        return new RankedStage(context, state, (RankedSettings) settings);
    }
}
