package dev.gangway.contracts.recipe;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Names the stage, or the field, that cannot work, with the reason. */
public final class StagesThatWorkValidator implements ConstraintValidator<StagesThatWork, Recipe> {

    private static final Map<Method, String> NEEDED = Map.of(
            Method.GAN, "gan needs the non-saturating loss",
            Method.LSGAN, "lsgan needs the least-squares loss",
            Method.WGAN, "wgan needs the wasserstein loss, clip and no gradientPenalty",
            Method.WGAN_GP, "wgan-gp needs the wasserstein loss, a gradientPenalty and no clip",
            Method.MGAN, "mgan needs the margin loss");

    @Override
    public boolean isValid(Recipe recipe, ConstraintValidatorContext context) {
        List<StageRecipe> stages = recipe.stages();
        if (recipe.method() == null
                || stages == null
                || stages.isEmpty()
                || stages.stream().anyMatch(Objects::isNull)) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        boolean valid = true;
        for (int place = 0; place < stages.size(); place++) {
            String refusal = refusal(recipe, place);
            if (refusal != null) {
                valid = false;
                context.buildConstraintViolationWithTemplate(refusal)
                        .addPropertyNode("stages")
                        .addBeanNode()
                        .inIterable()
                        .atIndex(place)
                        .addConstraintViolation();
            }
        }
        return completionFits(recipe, context) && valid;
    }

    private static boolean completionFits(Recipe recipe, ConstraintValidatorContext context) {
        if (recipe.completion() == null
                || recipe.completion().start() != CompletionSettings.Start.ENCODER
                || recipe.hasEncoder()) {
            return true;
        }
        context.buildConstraintViolationWithTemplate("without a vae stage there is no encoder to start from")
                .addPropertyNode("completion")
                .addPropertyNode("start")
                .addConstraintViolation();
        return false;
    }

    private static String refusal(Recipe recipe, int place) {
        StageRecipe stage = recipe.stages().get(place);
        String misplaced =
                switch (recipe.method()) {
                    case GAN, LSGAN, WGAN, WGAN_GP, MGAN -> alone(recipe.method(), stage, place);
                    case GOGAN -> inGang(stage, place);
                    case RANKGAN -> inRank(recipe, stage, place);
                };
        if (misplaced != null) {
            return misplaced;
        }
        if (stage.isEncoding() && !recipe.hasEncoder()) {
            return "its latents come from the encoder, but there is no vae stage";
        }
        boolean normalised =
                recipe.network() != null && recipe.network().normalisation() == NetworkRecipe.Normalisation.BATCH;
        return stage.isPenalised() && normalised
                ? "a gradient penalty is defined for each image by itself: it goes with no batch norm"
                : null;
    }

    private static String alone(Method method, StageRecipe stage, int place) {
        if (place > 0 || !(stage instanceof AdversarialRecipe adversarial)) {
            return "this method has one adversarial stage and no other";
        }
        return isLossOf(method, adversarial) ? null : NEEDED.get(method);
    }

    private static boolean isLossOf(Method method, AdversarialRecipe stage) {
        LossRecipe loss = stage.loss();
        if (loss == null) {
            return true;
        }
        return switch (method) {
            case GAN -> loss instanceof LossRecipe.NonSaturating;
            case LSGAN -> loss instanceof LossRecipe.LeastSquares;
            case WGAN -> loss instanceof LossRecipe.Wasserstein && stage.clip() != null && !stage.isPenalised();
            case WGAN_GP -> loss instanceof LossRecipe.Wasserstein && stage.clip() == null && stage.isPenalised();
            case MGAN -> loss instanceof LossRecipe.Margin;
            case GOGAN, RANKGAN -> false;
        };
    }

    private static String inGang(StageRecipe stage, int place) {
        if (!(stage instanceof AdversarialRecipe adversarial)) {
            return "gogan has adversarial stages only";
        }
        boolean fits = adversarial.loss() == null
                || (place == 0
                        ? adversarial.loss() instanceof LossRecipe.Margin
                        : adversarial.loss() instanceof LossRecipe.Gang);
        return fits ? null : "gogan's stage 1 has the margin loss and every further one the gang loss";
    }

    /** With encoder: VAE, critic, ranked stages. Without: a Wasserstein stage with penalty, ranked stages. */
    private static String inRank(Recipe recipe, StageRecipe stage, int place) {
        boolean encoded = recipe.stages().get(0) instanceof VaeRecipe;
        if (place == 0) {
            return encoded || isLossOf(Method.WGAN_GP, stage)
                    ? null
                    : "rankgan begins with a vae stage, or with an adversarial one of Wasserstein loss and penalty";
        }
        if (encoded && place == 1) {
            return stage instanceof CriticRecipe ? null : "after rankgan's vae stage comes the critic stage";
        }
        return stage instanceof RankedRecipe ? null : "from here on rankgan has ranked stages only";
    }

    private static boolean isLossOf(Method method, StageRecipe stage) {
        return stage instanceof AdversarialRecipe adversarial && isLossOf(method, adversarial);
    }
}
