package dev.gangway.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    private static final Set<Part> EVERYTHING = EnumSet.allOf(Part.class);

    @TempDir
    private Path home;

    @Test
    void whatNobodyChoseIsTheDefault() throws IOException {
        assertThat(Ports.load(home.resolve("ports"))).isEqualTo(Ports.defaults());
        assertThat(Ports.defaults().of(Listener.GATEWAY)).isEqualTo(8080);
    }

    @Test
    void aPortThatWasChosenOnceIsRememberedBesideTheOthers() throws IOException {
        Path file = home.resolve("ports");

        Ports.defaults().with(Map.of(Listener.S3, 9000)).save(file);

        assertThat(Ports.load(file)).isEqualTo(Ports.defaults().with(Map.of(Listener.S3, 9000)));
    }

    @Test
    void portsThatMakeNoSenseAreRefusedWithTheOptionThatSaidSo() throws IOException {
        assertThatThrownBy(() -> Ports.defaults().with(Map.of(Listener.KAFKA, 65_536)))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("--kafka-port 65536");
        assertThatThrownBy(() -> Ports.defaults().with(Map.of(Listener.TRAINER, 8080)))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("--gateway-port")
                .hasMessageContaining("--trainer-port");
        Path file = Files.writeString(home.resolve("ports"), "gateway=eighty");
        assertThatThrownBy(() -> Ports.load(file))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("eighty");
    }

    @Test
    void aPortThatAnotherProgramHasIsNamedWithTheOptionForAnother() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.defaults().with(Map.of(Listener.TRAINER, stranger.getLocalPort()));

            assertThatThrownBy(() -> new PortCheck(Set.of()).requireFree(ports, Set.of(Part.TRAINER)))
                    .isInstanceOf(GangwayException.class)
                    .hasMessageContaining("port " + stranger.getLocalPort())
                    .hasMessageContaining("--trainer-port");
        }
    }

    @Test
    void aPortThatIsLetGoOfMeanwhileIsWaitedFor() throws Exception {
        ServerSocket dying = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Ports ports = FreePorts.take().with(Map.of(Listener.TRAINER, dying.getLocalPort()));
        CompletableFuture<Void> check =
                CompletableFuture.runAsync(() -> new PortCheck(Set.of()).requireFree(ports, Set.of(Part.TRAINER)));

        assertThatThrownBy(() -> check.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        dying.close();

        assertThat(check).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aPortIsOfNoInterestWhenItsPartRunsOrIsNotWanted() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = FreePorts.take().with(Map.of(Listener.TRAINER, stranger.getLocalPort()));

            new PortCheck(Set.of(Part.TRAINER)).requireFree(ports, EVERYTHING);
            new PortCheck(Set.of()).requireFree(ports, Set.of(Part.GATEWAY));

            assertThat(stranger.isBound()).isTrue();
        }
    }

    @Test
    void nothingMovesToAnotherPortWhileItIsInUse() {
        Ports before = Ports.defaults();
        PortCheck gatewayRuns = new PortCheck(Set.of(Part.GATEWAY));

        assertThatThrownBy(() -> gatewayRuns.requireNoMove(before, before.with(Map.of(Listener.GATEWAY, 9090))))
                .hasMessageContaining("the gateway is in use on port 8080")
                .hasMessageContaining("gangway down");
        assertThatThrownBy(() -> gatewayRuns.requireNoMove(before, before.with(Map.of(Listener.KAFKA, 9092))))
                .hasMessageContaining("the broker is in use on port 19092");
        gatewayRuns.requireNoMove(before, before.with(Map.of(Listener.TRAINER, 9091)));
    }
}
