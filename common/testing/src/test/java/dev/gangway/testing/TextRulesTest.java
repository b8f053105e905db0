package dev.gangway.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.PrintStream;
import java.util.Formatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextRulesTest {

    private final JavaClasses careless = new ClassFileImporter().importClasses(Careless.class);

    @Test
    void aCaseThatDependsOnTheMachineIsNamed() {
        assertThatThrownBy(() -> TextRules.NO_DEFAULT_LOCALE.check(careless))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("String.toLowerCase()")
                .hasMessageContaining("String.formatted(")
                .hasMessageContaining("String.format(java.lang.String, [Ljava.lang.Object;)")
                .hasMessageContaining("PrintStream.printf(java.lang.String, [Ljava.lang.Object;)")
                .hasMessageContaining("java.util.Formatter.<init>()");
    }

    @Test
    void whatNamesItsLanguageIsNot() {
        JavaClasses careful = new ClassFileImporter().importClasses(Careful.class);

        assertThatCode(() -> TextRules.NO_DEFAULT_LOCALE.check(careful)).doesNotThrowAnyException();
    }

    /** Keeps the rules. */
    static final class Careful {

        private Careful() {}

        static String written(PrintStream target, double number) {
            target.printf(Locale.ROOT, "%.1f%n", number);
            return String.format(Locale.ROOT, "%.1f", number).toLowerCase(Locale.ROOT);
        }
    }

    /** Breaks the rules. */
    static final class Careless {

        private Careless() {}

        @SuppressWarnings("StringCaseLocaleUsage")
        static String small(String text) {
            return text.toLowerCase();
        }

        static String written(PrintStream target, double number) {
            target.printf("%.1f%n", number);
            return String.format("%.1f", number) + "%.2f".formatted(number) + new Formatter().format("%.1f", number);
        }
    }
}
