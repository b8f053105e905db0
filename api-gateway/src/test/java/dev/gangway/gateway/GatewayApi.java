package dev.gangway.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.gateway.job.Dataset;
import dev.gangway.gateway.persistence.DatasetRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The gateway as a client sees it, and what a client may find there. */
@ApplicationScoped
public class GatewayApi {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);

    private final DatasetRepository datasets;
    private final InstantSource clock;
    private final String bootstrap;

    GatewayApi(
            DatasetRepository datasets,
            InstantSource clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.datasets = datasets;
        this.clock = clock;
        this.bootstrap = bootstrap;
    }

    /** The broker behind the gateway. */
    public Broker broker() {
        return new Broker(bootstrap);
    }

    /** A name that no other test uses. */
    public static String freshName(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A dataset of 32x32 images under a name that no other test uses. */
    public String aDataset() {
        return aDataset(32, new Dataset.Images(500, 100, 100));
    }

    /** A dataset under a name that no other test uses. */
    public String aDataset(int imageSize, Dataset.Images images) {
        String name = freshName("set");
        DatasetReference reference = new DatasetReference(TeamId.DEFAULT, name, 1);
        Dataset dataset = new Dataset(reference, imageSize, images, clock.instant());
        QuarkusTransaction.requiringNew().run(() -> datasets.put(dataset));
        return name;
    }

    /** A training job of the tiny recipe, just submitted. */
    public JobId aTrainingJob() {
        return submitted("training-jobs", training(aDataset()));
    }

    /** A training job that a worker has claimed under {@code token}. */
    public Worker aRunningTrainingJob(Broker broker, long token) {
        return claimed(broker, aTrainingJob(), token);
    }

    /** Claims the first task of a submitted job. */
    public Worker claimed(Broker broker, JobId job, long token) {
        awaitState(job, JobState.ADMITTED);
        Worker worker = new Worker(broker, job, 0, token).starts();
        awaitState(job, JobState.RUNNING);
        return worker;
    }

    /** The body of a training job of the tiny recipe. */
    public static String training(String dataset) {
        return "{\"recipe\": \"rankgan-tiny\", \"model\": \"faces\", \"dataset\": \"" + dataset + "\"}";
    }

    /** Submits a job; {@code kind} is the last part of the address. */
    public JobId submitted(String kind, String body) {
        return JobId.of(submit(kind, body).statusCode(202).extract().path("id"));
    }

    /** Asks for a job. */
    public ValidatableResponse submit(String kind, String body) {
        return json(body).post("/v1/" + kind).then();
    }

    /** A request with a JSON body. */
    public static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }

    /** The job as the gateway shows it. */
    public JsonPath show(JobId job) {
        for (String kind : new String[] {"training-jobs", "completion-jobs"}) {
            var response = given().get("/v1/" + kind + "/" + job);
            if (response.statusCode() == 200) {
                return response.jsonPath();
            }
        }
        throw new AssertionError("no job " + job);
    }

    /** Waits until the job is in {@code state}, and shows it. */
    public JsonPath awaitState(JobId job, JobState state) {
        await("job " + job + " is " + state).atMost(PATIENCE).pollInterval(POLL).untilAsserted(() -> assertThat(
                        show(job).getString("state"))
                .isEqualTo(state.name()));
        return show(job);
    }
}
