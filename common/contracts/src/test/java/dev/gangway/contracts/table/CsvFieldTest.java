package dev.gangway.contracts.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFieldTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                " =1+1",
                "\u00a0=1",
                "\uff1d1+1",
                "\uff20x",
                "--1",
                "-",
                "=",
                "+a.png"
            })
    void aTextThatASpreadsheetWouldComputeBeginsWithAnApostrophe(String text) {
        assertThat(CsvField.of(text)).isEqualTo("'" + text);
    }

    @Test
    void aGuardedTextIsQuotedWhereThatIsNeeded() {
        assertThat(CsvField.of("=HYPERLINK(\"http://x\",1)")).isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",1)\"");
        assertThat(CsvField.of("\t=1")).isEqualTo("\"'\t=1\"");
        assertThat(CsvField.of("\r=1")).isEqualTo("\"'\r=1\"");
    }

    @Test
    void numbersStayNumbers() {
        assertThat(CsvField.of(-1.5)).isEqualTo("-1.5");
        assertThat(CsvField.of("-1.5")).isEqualTo("-1.5");
        assertThat(CsvField.of("+1e-9")).isEqualTo("+1e-9");
        assertThat(CsvField.of(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    }

    @Test
    void otherTextIsWrittenAsRfc4180HasIt() {
        assertThat(CsvField.of(null)).isEmpty();
        assertThat(CsvField.of("a=b - c@d")).isEqualTo("a=b - c@d");
        assertThat(CsvField.of("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvField.of("say \"a\"\n")).isEqualTo("\"say \"\"a\"\"\n\"");
        assertThat(CsvField.of("=")).isEqualTo("'=");
    }
}
