package dev.gangway.artifacts.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.artifacts.archive.ArchiveLimits;
import dev.gangway.artifacts.store.JsonObjects;
import dev.gangway.contracts.completion.Split;
import dev.gangway.testing.SampleCases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an import makes does not depend on the machine's language, time zone and encoding. */
class ImportInAnyPlaceTest {

    /** Imports the samples, and prints what became of them; run as a process of its own. */
    public static void main(String[] arguments) throws Exception {
        for (String sample : List.of("dataset-wrapped", "dataset-hidden-folders", "zip-cp437", "zip-nfd")) {
            SentArchive archive = new SentArchive();
            DatasetManifest manifest = archive.read(
                    ArchiveLimits.DEFAULT,
                    new ArchiveWishes(ArchiveWishes.DEFAULT.crop(), new SplitShares(100, 0, 0, 7)),
                    SampleCases.read(sample + ".zip"));
            System.out.write(JsonObjects.write(manifest.preparation()));
            System.out.write(
                    Arrays.toString(archive.levels(manifest, Split.TRAIN)).getBytes(StandardCharsets.UTF_8));
        }
        System.out.flush();
    }

    @Test
    void anImportGivesTheSameUnderTheCLocaleInTurkeyAndHere() throws Exception {
        String here = output("en_US.UTF-8", "-Duser.language=en", "-Dfile.encoding=UTF-8", "-Duser.timezone=UTC");

        assertThat(here).contains("mydata/{", "Müller", "names-in-cp437");
        assertThat(output("C", "-Dfile.encoding=US-ASCII")).isEqualTo(here);
        assertThat(output(
                        "tr_TR.UTF-8",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Dfile.encoding=ISO-8859-9",
                        "-Duser.timezone=Asia/Kathmandu"))
                .isEqualTo(here);
        assertThat(output("ar_EG.UTF-8", "-Duser.language=ar", "-Duser.country=EG", "-Duser.extensions=u-nu-arab"))
                .isEqualTo(here);
    }

    private static String output(String locale, String... options) throws IOException, InterruptedException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream<String> rest = Stream.of(
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ImportInAnyPlaceTest.class.getName());
        ProcessBuilder command = new ProcessBuilder(Stream.of(java, Arrays.stream(options), rest)
                .flatMap(parts -> parts)
                .toList());
        command.environment().put("LC_ALL", locale);
        command.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = command.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
