package dev.gangway.completion.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.embedded.NativeMemory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a worker keeps of the memory that batches of all sizes needed; the C library decides, and it is told by the environment. */
@EnabledOnOs(OS.LINUX)
class ResidentMemoryTest {

    private static final int BATCHES = 16;

    /** What the variables keep down, of 380 to 405 MB with them and 470 to 580 MB without on two cores. */
    private static final long SAVED_MEGABYTES = 40;

    @Test
    void aWorkerThatCompletesBatchesOfAllSizesKeepsLessAsItIsStartedHereThanWithTheCLibrarysOwnSettings()
            throws Exception {
        List<Long> resident = residentMegabytesOf(BATCHES, NativeMemory.VARIABLES);
        List<Long> otherwise = residentMegabytesOf(BATCHES, Map.of());

        assertThat(resident).hasSize(CompletionsOfAllSizes.READINGS);
        assertThat(Collections.max(resident))
                .as("resident set in MB, %s against %s", resident, otherwise)
                .isLessThan(Collections.max(otherwise) - SAVED_MEGABYTES);
    }

    private static List<Long> residentMegabytesOf(int batches, Map<String, String> variables) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms128m",
                "-Xmx128m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=1",
                "-Dai.djl.pytorch.num_interop_threads=1",
                "-cp",
                System.getProperty("java.class.path"),
                CompletionsOfAllSizes.class.getName(),
                Integer.toString(batches));
        builder.environment().keySet().removeAll(NativeMemory.VARIABLES.keySet());
        builder.environment().putAll(variables);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(told).isZero();
        return told.lines()
                .filter(line -> line.matches("\\d+"))
                .map(line -> Long.parseLong(line) / 1024)
                .toList();
    }
}
