package dev.gangway.gan.training;

/** One stage of a training, under way. */
sealed interface Stage permits VaeStage, CriticStage, AdversarialStage, RankedStage {

    /** Takes the step numbered {@code step} from 0 and leaves its losses and mean scores in {@code terms}. */
    void step(int step, Terms terms);

    /** Takes {@code state} to the beginning of the stage that it is about to enter. */
    static void begin(StageContext context, TrainingState state, StageSettings settings) {
        if (settings instanceof VaeSettings vae) {
            VaeStage.begin(state, vae);
        } else if (settings instanceof CriticSettings critic) {
            CriticStage.begin(context, state, critic);
        } else if (settings instanceof AdversarialSettings adversarial) {
            AdversarialStage.begin(context, state, adversarial);
        } else {
            RankedStage.begin(context, state, (RankedSettings) settings);
        }
    }

    /** The stage that {@code state} is in. */
    static Stage of(StageContext context, TrainingState state) {
        StageSettings settings = context.plan().settings(state.progress().stage());
        if (settings instanceof VaeSettings vae) {
            return new VaeStage(context, state, vae);
        }
        if (settings instanceof CriticSettings critic) {
            return new CriticStage(context, state, critic);
        }
        if (settings instanceof AdversarialSettings adversarial) {
            return new AdversarialStage(context, state, adversarial);
        }
        return new RankedStage(context, state, (RankedSettings) settings);
    }
}
