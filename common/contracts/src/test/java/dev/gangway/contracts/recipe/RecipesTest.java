package dev.gangway.contracts.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecipesTest {

    private static ValidatorFactory factory;
    private static Validator validator;

    @BeforeAll
    static void makeValidator() {
        factory = Validation.buildDefaultValidatorFactory();
        validator = factory.getValidator();
    }

    @AfterAll
    static void closeValidator() {
        factory.close();
    }

    static List<String> names() {
        return Recipes.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyShippedRecipeIsValidAndCarriesItsFilesName(String name) {
        Recipe recipe = Recipes.named(name);
        assertThat(recipe.name()).isEqualTo(name);
        assertThat(validator.validate(recipe)).isEmpty();
    }

    @Test
    void aStageMayHaveABatchOfItsOwn() {
        Recipe faces = Recipes.named("rankgan-faces");

        assertThat(faces.stages()).extracting(faces::batchOf).containsExactly(32, 32, 16, 16);
        assertThat(faces.largestBatch()).isEqualTo(32);
    }

    @Test
    void whatARecipeDoesNotSayOfMeasurementsHasItsDefault() {
        Measurements measurements = Recipes.named("rankgan-tiny").measurements();
        assertThat(measurements.stageImages()).isZero();
        assertThat(measurements.completionImages()).isEqualTo(16);
        assertThat(measurements.pictures()).isTrue();
    }

    @Test
    void imagesAreTurnedAroundOnlyWhereThatIsAskedFor() {
        assertThat(Recipes.named("rankgan").data().horizontalFlip()).isFalse();
        assertThat(Recipes.named("rankgan", json("{\"data\": {\"horizontalFlip\": true}}"))
                        .data()
                        .horizontalFlip())
                .isTrue();
        assertThatThrownBy(() -> Recipes.named("rankgan", json("{\"data\": {\"verticalFlip\": true}}")))
                .hasMessageContaining("verticalFlip");
    }

    @Test
    void overridesChangeOneFieldOfOneStage() {
        Recipe recipe = Recipes.named("rankgan", json("{\"stages\": {\"2\": {\"updates\": 7}}, \"batch\": 16}"));
        assertThat(recipe.batch()).isEqualTo(16);
        assertThat(recipe.stages().get(2))
                .isInstanceOfSatisfying(RankedRecipe.class, ranked -> assertThat(ranked.updates())
                        .isEqualTo(7));
        assertThat(recipe.stages().get(3))
                .isEqualTo(Recipes.named("rankgan").stages().get(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"batch\": 1} | batch",
                "{\"network\": {\"imageSize\": 48}} | network.imageSize",
                "{\"network\": {\"width\": null}} | network.width",
                "{\"stages\": {\"0\": {\"phases\": {\"0\": {\"learningRate\": 0}}}}} | stages[0].phases[0].learningRate",
                "{\"stages\": {\"2\": {\"updates\": -5}}} | stages[2].updates",
                "{\"stages\": {\"2\": {\"clamp\": {\"weight\": -1}}}} | stages[2].clamp.weight",
                "{\"completion\": {\"steps\": 0}} | completion.steps",
                "{\"completion\": {\"clip\": 0}} | completion.clip",
                "{\"completion\": {\"similarity\": -1}} | completion.similarity",
                "{\"completion\": {\"starts\": 4}} | completion.starts",
                "{\"completion\": {\"start\": \"prior\", \"starts\": 65}} | completion.starts",
                "{\"completion\": {\"stop\": {\"tolerance\": 0, \"window\": 5, \"minimum\": 0}}} | completion.stop.tolerance",
                "{\"completion\": {\"stop\": {\"tolerance\": 0.1, \"minimum\": 0}}} | completion.stop.window",
                "{\"stages\": []} | stages"
            })
    void aValueOutOfRangeIsNamed(String overrides, String path) {
        assertThat(validator.validate(Recipes.named("rankgan", json(overrides))))
                .extracting(ConstraintViolation::getPropertyPath)
                .extracting(Object::toString)
                .contains(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rankgan | {\"method\": \"wgan\"} | stages[0] | one adversarial stage",
                "wgan | {\"stages\": {\"0\": {\"clip\": null}}} | stages[0] | wgan needs",
                "wgan | {\"stages\": {\"0\": {\"gradientPenalty\": 10}}} | stages[0] | no gradientPenalty",
                "wgan-gp | {\"network\": {\"normalisation\": \"batch\"}} | stages[0] | no batch norm",
                "gogan | {\"stages\": {\"0\": {\"loss\": {\"kind\": \"wasserstein\", \"epsilon\": null}}}} | stages[0] | margin loss",
                "wgan | {\"completion\": {\"start\": \"encoder\"}} | completion.start | no encoder",
                "gan | {\"stages\": {\"0\": {\"epochs\": 3}}} | stages[0].updates | either updates or epochs",
                "gan | {\"network\": {\"architecture\": \"progressive\"}} | network.initialisation | progressive",
                "lsgan | {\"stages\": {\"0\": {\"critic\": {\"learningRate\": 0}}}} | stages[0].critic.learningRate | greater"
            })
    void whatCannotWorkIsRefusedWithFieldAndReason(String name, String overrides, String path, String reason) {
        assertThat(validator.validate(Recipes.named(name, json(overrides)))).anySatisfy(violation -> {
            assertThat(violation.getPropertyPath()).hasToString(path);
            assertThat(violation.getMessage()).contains(reason);
        });
    }

    @Test
    void rankedStagesWithoutAnEarlierOneAreRefused() {
        Recipe recipe = Recipes.named("rankgan");
        Recipe onlyRanked = new Recipe(
                "only-ranked",
                recipe.method(),
                recipe.description(),
                recipe.seed(),
                recipe.batch(),
                recipe.data(),
                recipe.network(),
                null,
                recipe.stages().subList(2, 4),
                recipe.measurements(),
                recipe.checkpoints(),
                recipe.completion());
        assertThat(validator.validate(onlyRanked))
                .extracting(violation -> violation.getPropertyPath() + ": " + violation.getMessage())
                .contains("stages[0]: rankgan begins with a vae stage, or with an adversarial one of Wasserstein loss"
                        + " and penalty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"stages\": {\"2\": {\"updates\": \"abc\"}}} | stages[2].updates",
                "{\"stages\": {\"2\": {\"updates\": 10.9}}} | stages[2].updates",
                "{\"stages\": {\"2\": {\"kind\": \"rank\"}}} | stages[2]: there is no kind rank",
                "{\"completion\": {\"optimizer\": \"sgd\"}} | completion.optimizer",
                "{\"completion\": {\"stop\": {\"patience\": 3}}} | completion.stop.patience: there is no field patience",
                "{\"network\": {\"depth\": 3}} | network.depth: there is no field depth"
            })
    void aValueOfTheWrongTypeIsRefusedWithItsPlace(String overrides, String told) {
        assertThatThrownBy(() -> Recipes.named("rankgan", json(overrides)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        assertThatThrownBy(() -> Recipes.named("rankgan", json("{\"bacth\": 16}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bacth");
    }

    @Test
    void anUnknownRecipeIsRefusedWithTheListOfThoseThereAre() {
        assertThatThrownBy(() -> Recipes.named("rankgam"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("rankgam")
                .hasMessageContaining("rankgan");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
