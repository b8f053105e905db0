package dev.gangway.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.FreePort;
import dev.gangway.local.process.Listener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in a checkout in which nothing is built, with a Maven that notes that it was called, and fails. */
class GangwayScriptTest {

    private static final Path ROOT =
            EmbeddedProcess.homeOfTests().resolve("../../..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private final Map<Listener, Integer> ports = new java.util.EnumMap<>(Listener.class);
    private Path checkout;

    @BeforeEach
    void copyTheSources() throws IOException {
        checkout = folder.resolve("checkout");
        for (String sources : List.of("deploy/local/src", "common/embedded/src")) {
            Path link = checkout.resolve(sources);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, ROOT.resolve(sources));
        }
        Files.copy(ROOT.resolve("deploy/local/gangway"), checkout.resolve("deploy/local/gangway"));
        Path maven = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
        Files.writeString(maven, """
                #!/usr/bin/env bash
                touch '%s'
                echo '[INFO] Building Gangway: API gateway 0.1.0-SNAPSHOT                   [2/9]'
                echo '[INFO] Building jar: contracts.jar'
                echo '[ERROR] the disk is full'
                exit 1
                """.formatted(folder.resolve("built")));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        for (Listener listener : Listener.values()) {
            ports.put(listener, FreePort.find());
        }
    }

    @AfterEach
    void unlinkTheSources() throws IOException {
        for (String sources : List.of("deploy/local/src", "common/embedded/src")) {
            Files.delete(checkout.resolve(sources));
        }
    }

    @Test
    void aPortThatIsTakenIsToldBeforeAnythingIsBuilt() throws Exception {
        try (ServerSocket other = new ServerSocket(ports.get(Listener.S3), 1, InetAddress.getLoopbackAddress())) {
            Ended up = run("up");

            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.output())
                    .contains("port " + other.getLocalPort() + ", meant for the S3 store, is taken by another program")
                    .doesNotContain("building");
            assertThat(folder.resolve("built")).doesNotExist();
        }
    }

    @Test
    void aBuildShowsWhichModuleItIsAtAndWhyItFailed() throws Exception {
        Ended up = run("up");

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.output())
                .contains("  [2/9] API gateway\n", "[ERROR] the disk is full", "the build failed")
                .doesNotContain("  [2/9] jar");
        assertThat(folder.resolve("built")).exists();
    }

    @Test
    void aProductIsBuiltAnewWhenAnyModuleChangesThatItIsMadeOf() throws IOException {
        String script = Files.readString(ROOT.resolve("deploy/local/gangway"));
        Matcher products = Pattern.compile("  \\[([a-z/-]+)]=\"([a-z /-]+)\"").matcher(script);
        int found = 0;
        while (products.find()) {
            found++;
            assertThat(products.group(2).split(" "))
                    .as(products.group(1))
                    .containsExactlyInAnyOrderElementsOf(madeOf(products.group(1)));
        }
        assertThat(found).isEqualTo(5);
    }

    /** The modules under common that a module needs, and those that these need. */
    private static Set<String> madeOf(String module) throws IOException {
        String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));
        Matcher dependencies = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL)
                .matcher(pom);
        Pattern sibling = Pattern.compile("<artifactId>gangway-([a-z]+)</artifactId>");
        Set<String> modules = new TreeSet<>();
        while (dependencies.find()) {
            Matcher name = sibling.matcher(dependencies.group(1));
            if (!dependencies.group(1).contains("<scope>test</scope>") && name.find()) {
                modules.add("common/" + name.group(1));
                modules.addAll(madeOf("common/" + name.group(1)));
            }
        }
        return modules;
    }

    private Ended run(String command) throws Exception {
        List<String> line = new ArrayList<>(
                List.of("bash", checkout.resolve("deploy/local/gangway").toString(), command));
        ports.forEach((listener, port) -> line.add(listener.option() + "=" + port));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("GANGWAY_HOME", folder.resolve("home").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private record Ended(int exitCode, String output) {}
}
