package dev.gangway.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadPathTest {

    @ParameterizedTest
    @ValueSource(strings = {".gangway/notes.json", ".gangway", ".gangway/a/b.png"})
    void whatAnUploadKeepsForItselfIsNobodysFile(String path) {
        assertThat(UploadPath.fault(path))
                .hasValueSatisfying(fault -> assertThat(fault).contains("their own notes"));
    }

    @Test
    void aFileOfTheSameNameInAFolderIsOneAsAnyOther() {
        assertThat(UploadPath.fault("images/.gangway/notes.json")).isEmpty();
        assertThat(UploadPath.fault("images/2019/attic.jpg")).isEmpty();
    }
}
