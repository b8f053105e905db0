package dev.gangway.gan.array;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.gangway.gan.borrowing.Borrowing;
import dev.gangway.testing.ArrayRules;
import org.junit.jupiter.api.Test;

class ValuesAreCopiedTest {

    @Test
    void everyWayOfHandingJavasValuesToArraysIsFound() {
        String report = String.join(
                "\n",
                ArrayRules.VALUES_ARE_COPIED
                        .evaluate(new ClassFileImporter().importClasses(Borrowing.class))
                        .getFailureReport()
                        .getDetails());
        for (String way : Borrowing.WAYS) {
            assertThat(report).contains("Borrowing." + way + "(");
        }
        assertThat(report).doesNotContain("Borrowing.sizes(");
    }
}
