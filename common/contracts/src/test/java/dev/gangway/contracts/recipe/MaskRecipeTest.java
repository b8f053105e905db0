package dev.gangway.contracts.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.contracts.recipe.MaskRecipe.Kind;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MaskRecipeTest {

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

    @ParameterizedTest
    @EnumSource
    void everyKindTakesAShareExactlyWhenItHasOne(Kind kind) {
        boolean shared = kind == Kind.CENTRE_SQUARE || kind == Kind.RANDOM_BLOCKS || kind == Kind.RANDOM_PIXELS;
        byte[] image = kind == Kind.IMAGE ? new byte[1] : null;
        assertThat(validator.validate(new MaskRecipe(kind, 25, null, image)).isEmpty())
                .isEqualTo(shared);
        assertThat(validator.validate(new MaskRecipe(kind, null, null, image)).isEmpty())
                .isEqualTo(!shared);
    }

    @ParameterizedTest
    @EnumSource
    void anImageIsThereExactlyWhenItIsTheMask(Kind kind) {
        Integer percent = kind == Kind.CENTRE_SQUARE || kind.isRandom() ? 25 : null;
        assertThat(validator.validate(new MaskRecipe(kind, percent, null, new byte[1])))
                .extracting(ConstraintViolation::getMessage)
                .isEqualTo(
                        kind == Kind.IMAGE
                                ? List.of()
                                : List.of("a file in Base64, belongs to an image mask, and only to that"));
        assertThat(MaskRecipe.image(new byte[] {1})).isEqualTo(MaskRecipe.image(new byte[] {1}));
    }

    @Test
    void blocksAreCountedInRandomBlocksOnly() {
        assertThat(validator.validate(new MaskRecipe(Kind.RANDOM_BLOCKS, 25, 3)))
                .isEmpty();
        assertThat(validator.validate(new MaskRecipe(Kind.RANDOM_PIXELS, 25, 3)))
                .extracting(ConstraintViolation::getMessage)
                .containsExactly("belongs to a random-blocks mask only");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "91, 1", "25, 0", "25, 65"})
    void sharesAndBlocksOutOfRangeAreRefused(int percent, int blocks) {
        assertThat(validator.validate(new MaskRecipe(Kind.RANDOM_BLOCKS, percent, blocks)))
                .hasSize(1);
    }
}
