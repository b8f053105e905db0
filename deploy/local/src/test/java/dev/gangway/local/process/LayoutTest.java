package dev.gangway.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {

    @TempDir
    private Path home;

    @Test
    void whatNobodyChoseIsTheDefault() throws IOException {
        assertThat(Layout.load(home.resolve("layout"))).isEqualTo(Layout.defaults());
        assertThat(Layout.defaults().port(Listener.GATEWAY)).isEqualTo(8080);
    }

    @Test
    void aPortThatWasChosenOnceIsRememberedBesideTheOthers() throws IOException {
        Path file = home.resolve("layout");

        Layout.defaults().with(port(Listener.S3, 9000)).save(file);

        assertThat(Layout.load(file)).isEqualTo(Layout.defaults().with(port(Listener.S3, 9000)));
    }

    @Test
    void portsThatMakeNoSenseAreRefusedWithTheOptionThatSaidSo() throws IOException {
        assertThatThrownBy(() -> Layout.defaults().with(port(Listener.KAFKA, 65_536)))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("--kafka-port 65536");
        assertThatThrownBy(() -> Layout.defaults().with(port(Listener.TRAINER, 8080)))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("--gateway-port")
                .hasMessageContaining("--trainer-port");
        Path file = Files.writeString(home.resolve("layout"), "gateway=eighty");
        assertThatThrownBy(() -> Layout.load(file))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("eighty");
    }

    @Test
    void aPortThatAnotherProgramHasIsNamedWithTheOptionForAnother() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Layout layout = Layout.defaults().with(port(Listener.TRAINER, stranger.getLocalPort()));

            assertThatThrownBy(() -> new PortCheck(Set.of()).requireFree(layout, Set.of(Part.TRAINER)))
                    .isInstanceOf(GangwayException.class)
                    .hasMessageContaining("port " + stranger.getLocalPort())
                    .hasMessageContaining("--trainer-port");
        }
    }

    @Test
    void aPortThatIsLetGoOfMeanwhileIsWaitedFor() throws Exception {
        ServerSocket dying = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Layout layout = FreeLayout.take().with(port(Listener.TRAINER, dying.getLocalPort()));
        CompletableFuture<Void> check =
                CompletableFuture.runAsync(() -> new PortCheck(Set.of()).requireFree(layout, Set.of(Part.TRAINER)));

        assertThatThrownBy(() -> check.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        dying.close();

        assertThat(check).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aPortIsOfNoInterestWhenItsPartRunsOrIsNotWanted() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Layout layout = FreeLayout.take().with(port(Listener.TRAINER, stranger.getLocalPort()));

            new PortCheck(Set.of(Part.TRAINER)).requireFree(layout, layout.parts());
            new PortCheck(Set.of()).requireFree(layout, Set.of(Part.GATEWAY));

            assertThat(stranger.isBound()).isTrue();
        }
    }

    @Test
    void nothingMovesToAnotherPortWhileItIsInUse() {
        Layout before = Layout.defaults();
        PortCheck gatewayRuns = new PortCheck(Set.of(Part.GATEWAY));

        assertThatThrownBy(() -> gatewayRuns.requireNoMove(before, before.with(port(Listener.GATEWAY, 9090))))
                .hasMessageContaining("the gateway is in use on port 8080")
                .hasMessageContaining("gangway down");
        assertThatThrownBy(() -> gatewayRuns.requireNoMove(before, before.with(port(Listener.KAFKA, 9092))))
                .hasMessageContaining("the broker is in use on port 19092");
        gatewayRuns.requireNoMove(before, before.with(port(Listener.TRAINER, 9091)));
    }

    @Test
    void howManyWorkersThereAreIsRememberedBesideThePorts() throws IOException {
        Path file = home.resolve("layout");

        Layout.defaults().with(workers(Role.COMPLETION, 2)).save(file);

        assertThat(Layout.load(file).parts())
                .extracting(Part::label)
                .containsExactly("embedded", "gateway", "trainer", "completion", "completion-2");
        assertThat(Layout.load(file).with(workers(Role.COMPLETION, 1))).isEqualTo(Layout.defaults());
    }

    @Test
    void thePortOfEachFurtherWorkerIsTenHigher() {
        Layout layout = Layout.defaults().with(workers(Role.COMPLETION, 3)).with(port(Listener.COMPLETION, 9000));

        assertThat(layout.parts())
                .filteredOn(part -> part.role() == Role.COMPLETION)
                .extracting(layout::port)
                .containsExactly(9000, 9010, 9020);
    }

    @Test
    void allTheWorkersThatMayBeHaveDefaultPortsThatDoNotMeet() {
        Layout most = Layout.defaults().with(workers(Role.COMPLETION, 99)).with(workers(Role.TRAINER, 99));

        assertThat(most.allPorts()).extracting(Port::number).doesNotHaveDuplicates();
    }

    @Test
    void workersThatMakeNoSenseAreRefusedWithTheOptionThatSaidSo() {
        assertThatThrownBy(() -> Layout.defaults().with(workers(Role.TRAINER, 0)))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("--trainers 0");
        assertThatThrownBy(() -> Layout.defaults().with(workers(Role.COMPLETION, 100)))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("--completion-workers 100");
        assertThatThrownBy(() ->
                        Layout.defaults().with(workers(Role.COMPLETION, 2)).with(port(Listener.COMPLETION, 65_530)))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("--completion-port 65530")
                .hasMessageContaining("completion-2 would listen on 65540");
        assertThatThrownBy(() ->
                        Layout.defaults().with(workers(Role.COMPLETION, 2)).with(port(Listener.GATEWAY, 8092)))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("--gateway-port")
                .hasMessageContaining("completion-2 (--completion-port)");
    }

    @Test
    void workersOfAKindShareTheProcessorsAndEachGetsAtLeastOne() {
        Layout layout = Layout.defaults().with(workers(Role.COMPLETION, 3));

        assertThat(layout.share(Role.COMPLETION, 8)).isEqualTo(2);
        assertThat(layout.share(Role.COMPLETION, 2)).isEqualTo(1);
        assertThat(layout.share(Role.TRAINER, 8)).isEqualTo(8);
    }

    @Test
    void aWorkerThatRunsIsNotDoneAwayWith() {
        Layout two = Layout.defaults().with(workers(Role.COMPLETION, 2));
        Part second = new Part(Role.COMPLETION, 2);

        assertThatThrownBy(() -> new PortCheck(Set.of(second)).requireNoMove(two, Layout.defaults()))
                .isInstanceOf(GangwayException.class)
                .hasMessage("completion-2 runs: run `gangway down completion-2` before --completion-workers 1");
        new PortCheck(Set.of(Part.COMPLETION)).requireNoMove(two, Layout.defaults());
    }

    @Test
    void aPartIsMeantByItsNameAndEveryPartWhenNoneIsNamed() {
        Layout two = Layout.defaults().with(workers(Role.COMPLETION, 2));
        Selection second = new Selection(Set.of(Part.named("completion-2").orElseThrow()));

        assertThat(Selection.EVERYTHING.in(two)).isEqualTo(two.parts());
        assertThat(Selection.of(Part.COMPLETION).in(two)).containsExactly(Part.COMPLETION);
        assertThat(second.in(two)).containsExactly(new Part(Role.COMPLETION, 2));
        assertThatThrownBy(() -> second.in(Layout.defaults()))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("there is no completion-2 here")
                .hasMessageContaining("--completion-workers N");
        assertThat(List.of("gateway-2", "completion-0", "completion-100", "trainr"))
                .allSatisfy(name -> assertThat(Part.named(name)).isEmpty());
    }

    private static LayoutChange port(Listener listener, int port) {
        return new LayoutChange(Map.of(listener, port), Map.of());
    }

    private static LayoutChange workers(Role role, int count) {
        return new LayoutChange(Map.of(), Map.of(role, count));
    }
}
