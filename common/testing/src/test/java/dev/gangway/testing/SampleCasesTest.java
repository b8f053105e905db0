package dev.gangway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class SampleCasesTest {

    @Test
    void anArchiveIsReadByItsName() {
        assertThat(SampleCases.read("zip-backslash.zip")).hasSize(6351).startsWith('P', 'K');
    }

    @Test
    void aMissingCaseFails() {
        assertThatThrownBy(() -> SampleCases.read("no-such.zip"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("no-such.zip");
    }
}
