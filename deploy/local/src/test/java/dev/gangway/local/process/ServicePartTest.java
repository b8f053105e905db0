package dev.gangway.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.RunningProcess;
import dev.gangway.embedded.ServiceSchema;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicePartTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Layout layout = FreeLayout.with(2, 1);

    private final List<String> said = new CopyOnWriteArrayList<>();

    private Home home;
    private Checkout checkout;
    private ServicePart trainer;
    private ServicePart second;

    @BeforeEach
    void prepare() throws IOException {
        home = new Home(folder.resolve("a home"));
        home.create();
        checkout = new Checkout(folder.resolve("a checkout"));
        trainer = part(home);
        second = new ServicePart(new Part(Role.TRAINER, 2), home, checkout, new EmbeddedPart(home, checkout));
        theEmbeddedPartsAnswer("a secret");
    }

    @AfterEach
    void stop() {
        trainer.stop();
        second.stop();
    }

    @Test
    void aPartThatWasStartedIsReadyAndFoundByWhoeverLooks() {
        StandInService.build(checkout, Service.TRAINER);

        trainer.awaitReady(trainer.start(layout), layout, SOON, said::add);

        PartStatus status = part(home).status(layout);
        assertThat(status.state()).isEqualTo(PartStatus.State.READY);
        assertThat(status.address()).isEqualTo("http://127.0.0.1:" + layout.port(Listener.TRAINER));
        assertThat(trainer.log().end(1)).contains("listening for trainer's role");
        assertThat(part(new Home(folder.resolve("another home"))).find()).isEmpty();
    }

    @Test
    void twoWorkersOfAKindAreTwoProcessesWithNamesPortsLogsAndThreadsOfTheirOwn() {
        StandInService.build(checkout, Service.TRAINER);

        trainer.awaitReady(trainer.start(layout), layout, SOON, said::add);
        second.awaitReady(second.start(layout), layout, SOON, said::add);

        assertThat(trainer.log().end(1)).contains("as trainer on " + layout.port(Listener.TRAINER));
        assertThat(second.log().end(1)).contains("as trainer-2 on " + (layout.port(Listener.TRAINER) + 10));
        assertThat(second.log().end(1))
                .contains("threads " + Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        assertThat(second.find()).isPresent().isNotEqualTo(trainer.find());

        second.find().orElseThrow().kill();
        assertThat(second.status(layout).state()).isEqualTo(PartStatus.State.STOPPED);
        assertThat(trainer.status(layout).state()).isEqualTo(PartStatus.State.READY);
    }

    @Test
    void aPartThatWasKilledIsSeenAsStoppedAndStartsAgain() {
        StandInService.build(checkout, Service.TRAINER);
        trainer.awaitReady(trainer.start(layout), layout, SOON, said::add);
        RunningProcess first = trainer.find().orElseThrow();

        first.kill();
        assertThat(trainer.status(layout).state()).isEqualTo(PartStatus.State.STOPPED);
        assertThat(trainer.stop()).isEqualTo(PartProcess.Stopped.NOTHING_RAN);

        trainer.awaitReady(trainer.start(layout), layout, SOON, said::add);
        assertThat(trainer.find().map(RunningProcess::pid))
                .isPresent()
                .isNotEqualTo(java.util.Optional.of(first.pid()));
        assertThat(trainer.stop()).isEqualTo(PartProcess.Stopped.IN_ORDER);
        assertThat(trainer.find()).isEmpty();
    }

    @Test
    void aPartThatEndsAtItsStartTellsTheEndOfItsLog() throws IOException {
        StandInService.build(checkout, Service.TRAINER);
        theEmbeddedPartsAnswer("");

        RunningProcess started = trainer.start(layout);

        assertThatThrownBy(() -> trainer.awaitReady(started, layout, SOON, said::add))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("the trainer ended before it was ready")
                .hasMessageContaining("the store refuses an empty key");
    }

    @Test
    void aPartThatIsNotReadyInTimeSaysWhatItWaitsFor() throws IOException {
        StandInService.build(checkout, Service.TRAINER);
        theEmbeddedPartsAnswer(StandInService.WITHOUT_DATABASE);

        RunningProcess started = trainer.start(layout);

        assertThatThrownBy(() -> trainer.awaitReady(started, layout, Duration.ofSeconds(2), said::add))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("it waits for Database connections health check");
    }

    @Test
    void aPartThatIsNotBuiltSaysHowToBuildIt() {
        assertThatThrownBy(() -> trainer.start(layout))
                .isInstanceOf(GangwayException.class)
                .hasMessageContaining("-pl trainer-service -am package");
    }

    private ServicePart part(Home where) {
        return new ServicePart(Part.TRAINER, where, checkout, new EmbeddedPart(where, checkout));
    }

    private void theEmbeddedPartsAnswer(String storeSecret) throws IOException {
        Endpoints endpoints = new Endpoints(
                1,
                "127.0.0.1:1",
                new Endpoints.Store("http://127.0.0.1:2", "key", storeSecret, "bucket"),
                new Endpoints.Database(
                        "jdbc:postgresql://127.0.0.1:3/gangway",
                        Arrays.stream(ServiceSchema.values())
                                .collect(Collectors.toMap(
                                        schema -> schema,
                                        schema -> new Endpoints.Login(schema.schema() + "'s role", "a password")))));
        Files.createDirectories(home.embedded());
        try (Writer writer = Files.newBufferedWriter(home.embedded().resolve(Endpoints.FILE_NAME))) {
            endpoints.toProperties().store(writer, null);
        }
    }
}
