package dev.gangway.gateway.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.gateway.Broker;
import dev.gangway.gateway.EmbeddedParts;
import dev.gangway.gateway.GatewayApi;
import dev.gangway.gateway.Worker;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.fault.Constraints;
import dev.gangway.gateway.intake.LongWork;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.lifecycle.JobMoves;
import dev.gangway.gateway.persistence.JobRepository;
import dev.gangway.gateway.upload.UploadUse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A store that does not answer holds up those who need it, and nobody else. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SlowStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final GatewayApi gateway;
    private final ObjectStore store;
    private final Parts parts;
    private final ObjectMapper json;
    private final int connections;
    private final CountDownLatch answers = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    /** What submissions are made of beside the store. */
    @Singleton
    record Parts(
            TrainingPlan training,
            MethodChoice methods,
            MaskCheck masks,
            Catalogue catalogue,
            Constraints constraints,
            PictureLists lists,
            UploadUse use,
            LongWork work,
            Repetitions repetitions,
            JobRepository jobs,
            JobMoves moves,
            GatewayConfig config) {

        Submissions with(ObjectStore store) {
            PictureListing listing = new PictureListing(store, lists, use, work, config);
            CompletionPlan completion = new CompletionPlan(methods, masks, listing, catalogue, constraints, config);
            return new Submissions(training, completion, repetitions, jobs, moves);
        }
    }

    SlowStoreTest(
            GatewayApi gateway,
            ObjectStore store,
            Parts parts,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.gateway = gateway;
        this.store = store;
        this.parts = parts;
        this.json = json;
        this.connections = connections;
    }

    @Test
    void moreSubmissionsThanThereAreConnectionsWaitForTheStoreWithoutHoldingAny() throws JsonProcessingException {
        UUID upload = UUID.randomUUID();
        new UploadStore(store).put(TeamId.DEFAULT, upload, ObjectPath.parse("a.png"), new byte[] {1});
        CompletionRequest request = request(upload);
        Submissions submissions = parts.with(slow());
        ExecutorService clients = Executors.newFixedThreadPool(connections + 1);
        try {
            List<CompletableFuture<Job>> asked = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> submissions.submit(TeamId.DEFAULT, request, Optional.empty()), clients))
                    .limit(connections + 1L)
                    .toList();
            await().atMost(PATIENCE).untilAtomic(waiting, equalTo(connections + 1));

            given().get("/v1/completion-jobs").then().statusCode(200);

            answers.countDown();
            assertThat(asked.stream().map(CompletableFuture::join))
                    .allSatisfy(job -> assertThat(job.state()).isEqualTo(JobState.QUEUED));
        } finally {
            answers.countDown();
            clients.shutdown();
        }
    }

    @Test
    void aFolderOfMoreFilesThanAJobCanHaveIsRefusedBeforeItIsListedToItsEnd() throws JsonProcessingException {
        CompletionRequest request = request(UUID.randomUUID());
        ObjectStore endless = store((method, arguments) -> method.equals("stream")
                ? Stream.iterate(0, i -> i + 1)
                        .map(i -> new ObjectStatus(arguments[0] + "images/" + i + ".png", 1, "tag", Instant.EPOCH))
                : null);

        assertThatThrownBy(() -> parts.with(endless).submit(TeamId.DEFAULT, request, Optional.empty()))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo("too-many-images"));
    }

    private CompletionRequest request(UUID upload) throws JsonProcessingException {
        try (Broker broker = gateway.broker()) {
            Worker trainer = gateway.aRunningTrainingJob(broker, 1);
            CheckpointId checkpoint = trainer.writes(1, StageKind.CRITIC, 15, true);
            trainer.succeeds("manifest");
            gateway.awaitState(trainer.job(), JobState.SUCCEEDED);
            return json.readValue(
                    "{\"pictures\": {\"upload\": \"" + upload + "\"}, \"checkpoint\": \"" + checkpoint
                            + "\", \"mask\": {\"kind\": \"centre-small\"}}",
                    CompletionRequest.class);
        }
    }

    /** The store as it is, but for its lists, which come when {@link #answers} is counted down. */
    private ObjectStore slow() {
        return store((method, arguments) -> {
            if (method.equals("stream")) {
                waiting.incrementAndGet();
                answers.await();
            }
            return null;
        });
    }

    private interface Instead {

        /** What a call is answered with; null for what the store itself answers. */
        Object answer(String method, Object[] arguments) throws InterruptedException;
    }

    private ObjectStore store(Instead instead) {
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    Object answer = instead.answer(method.getName(), arguments);
                    try {
                        return answer == null ? method.invoke(store, arguments) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
