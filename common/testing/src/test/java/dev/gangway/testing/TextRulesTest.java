package dev.gangway.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextRulesTest {

    private final JavaClasses careless = new ClassFileImporter().importClasses(Careless.class);

    @Test
    void anExpressionThatNobodyLookedAtIsNamed() {
        assertThatThrownBy(() -> TextRules.NO_BACKTRACKING.check(careless))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("String.replaceAll")
                .hasMessageContaining("Pattern.compile");
    }

    @Test
    void aCaseThatDependsOnTheMachineIsNamed() {
        assertThatThrownBy(() -> TextRules.NO_DEFAULT_LOCALE.check(careless))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("String.toLowerCase()");
    }

    /** Breaks the rules. */
    static final class Careless {

        private static final Function<String, Pattern> COMPILED = Pattern::compile;

        private Careless() {}

        @SuppressWarnings("StringCaseLocaleUsage")
        static String squeezed(String text) {
            return COMPILED.apply(text.replaceAll("(a+)+b", "")).pattern().toLowerCase();
        }
    }
}
