package dev.gangway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "de_DE.ISO-8859-1", "no_SUCH"})
    void aProcessReadsNamesOfFilesAsUtf8WhateverTheLocaleOfWhoStartsIt(String locale) throws IOException {
        ProcessBuilder builder = settingsOf(locale);

        Utf8.prepare(builder, "ANSI_X3.4-1968");

        assertThat(output(builder)).containsPattern("sun.jnu.encoding = UTF-8").contains("file.encoding = UTF-8");
    }

    @Test
    void aLocaleThatHasUtf8IsLeftAlone() {
        ProcessBuilder builder = settingsOf("tr_TR.UTF-8");

        Utf8.prepare(builder, "UTF-8");

        assertThat(builder.environment()).containsEntry("LC_ALL", "tr_TR.UTF-8");
    }

    private static ProcessBuilder settingsOf(String locale) {
        ProcessBuilder builder = new ProcessBuilder(JAVA, Utf8.OPTION, "-XshowSettings:properties", "-version")
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", locale);
        return builder;
    }

    private static String output(ProcessBuilder builder) throws IOException {
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
