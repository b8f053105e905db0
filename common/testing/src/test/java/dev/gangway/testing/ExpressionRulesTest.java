package dev.gangway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpressionRulesTest {

    @Test
    void anExpressionThatNobodyLookedAtIsNamed() {
        assertThatThrownBy(() ->
                        ExpressionRules.NO_BACKTRACKING.check(new ClassFileImporter().importClasses(Careless.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("String.replaceAll")
                .hasMessageContaining("Pattern.compile")
                .hasMessageContaining("a constraint with the expression (x+)+y");
    }

    @Test
    void everyClassThatWasLookedAtIsThere() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("LICENSE"))) {
            root = root.getParent();
        }
        List<String> sources;
        try (Stream<Path> files = Files.find(
                root,
                20,
                (path, file) ->
                        path.toString().endsWith(".java") && path.toString().contains("/src/main/"))) {
            sources = files.map(Path::toString).toList();
        }
        assertThat(ExpressionRules.LINEAR).allSatisfy(type -> assertThat(sources)
                .anyMatch(source -> source.endsWith("/" + type.replace('.', '/') + ".java")));
    }

    /** Breaks the rules. */
    record Careless(@Pattern(regexp = "(x+)+y") String name) {

        private static final Function<String, java.util.regex.Pattern> COMPILED = java.util.regex.Pattern::compile;

        static String squeezed(String text) {
            return COMPILED.apply(text.replaceAll("(a+)+b", "")).pattern();
        }
    }
}
