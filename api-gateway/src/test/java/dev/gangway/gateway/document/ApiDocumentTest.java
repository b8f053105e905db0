package dev.gangway.gateway.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.record.RunRecordStore;
import dev.gangway.contracts.job.JobState;
import dev.gangway.gateway.Broker;
import dev.gangway.gateway.EmbeddedParts;
import dev.gangway.gateway.GatewayApi;
import dev.gangway.gateway.Worker;
import dev.gangway.gateway.document.ApiDocument.Operation;
import dev.gangway.gateway.notification.Receiver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the gateway is what its OpenAPI document says, for requests that are as it says and for others. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ApiDocumentTest {

    private static final long SEED = 20_261_201;
    private static final int REQUESTS = 3_000;
    private static final int RARELY = 5;
    private static final String PROBLEM = "application/problem+json";

    @TestHTTPResource("/")
    URI server;

    private final GatewayApi gateway;
    private final CompletedImageStore completions;
    private final RunRecordStore records;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Receiver receiver;
    private ApiDocument document;
    private Existing existing;

    ApiDocumentTest(GatewayApi gateway, CompletedImageStore completions, RunRecordStore records) {
        this.gateway = gateway;
        this.completions = completions;
        this.records = records;
    }

    @BeforeEach
    void prepare() throws IOException {
        receiver = Receiver.open();
        document = new ApiDocument(given().get("/q/openapi?format=json").asString());
        existing = Existing.made(gateway, completions, records, receiver.url());
    }

    @AfterEach
    void leaveNothing() {
        List<String> left = given().get("/v1/webhooks?limit=200").path("items.id");
        left.forEach(id -> given().delete("/v1/webhooks/" + id).then().statusCode(204));
        receiver.close();
    }

    @Test
    void whateverIsAskedForTheAnswerIsOneThatTheDocumentDeclaresAndAJobStillRuns() throws Exception {
        List<String> faults = new ArrayList<>();
        Set<String> undone = new LinkedHashSet<>();
        for (Operation operation : document.operations()) {
            DrawnRequest request = new RequestDraw(document, existing, SEED).meant(operation);
            if (answer(request, faults) >= 300) {
                undone.add(operation.id());
            }
        }
        for (int number = document.operations().size(); number < REQUESTS; number++) {
            answer(new RequestDraw(document, existing, SEED + number).any(operation(number)), faults);
        }

        assertThat(faults).as("seed %d", SEED).isEmpty();
        assertThat(undone)
                .as("operations that are not done as the document says")
                .isEmpty();
        try (Broker broker = gateway.broker()) {
            Worker worker = gateway.aRunningTrainingJob(broker, 1).succeeds("manifest");
            gateway.awaitState(worker.job(), JobState.SUCCEEDED);
        }
    }

    /** All in turn, but those that begin to read a topic anew, which takes long, more rarely. */
    private Operation operation(int number) {
        List<Operation> operations = document.operations();
        Operation operation = operations.get(number % operations.size());
        boolean rare = operation.path().startsWith("/v1/dead-letters") && (number / operations.size()) % RARELY != 0;
        return rare ? operations.get((number / RARELY) % operations.size()) : operation;
    }

    private int answer(DrawnRequest request, List<String> faults) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(request.to(base()), BodyHandlers.ofInputStream());
        fault(request, answer).ifPresent(fault -> faults.add(request + "\n   " + fault));
        return answer.statusCode();
    }

    private URI base() {
        return URI.create("http://" + server.getAuthority());
    }

    private Optional<String> fault(DrawnRequest request, HttpResponse<InputStream> answer) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse(null);
        try (InputStream in = answer.body()) {
            // A stream of events goes on for as long as its job does.
            byte[] body = "text/event-stream".equals(type) ? new byte[0] : in.readAllBytes();
            if (answer.statusCode() >= 500) {
                return Optional.of(
                        answer.statusCode() + " " + new String(body, java.nio.charset.StandardCharsets.UTF_8));
            }
            return request.method().equals(request.operation().method()) && isOf(request)
                    ? document.fault(request.operation(), answer.statusCode(), type, body)
                    : ofNoOperation(request, answer.statusCode(), type);
        }
    }

    /** Whether the address still leads to the operation: a part that is empty or has a slash leads elsewhere. */
    private static boolean isOf(DrawnRequest request) {
        String path = request.target().replaceFirst("\\?.*", "");
        return path.chars().filter(letter -> letter == '/').count()
                        == request.operation()
                                .path()
                                .chars()
                                .filter(letter -> letter == '/')
                                .count()
                && !path.endsWith("/")
                && !path.contains("//");
    }

    private static Optional<String> ofNoOperation(DrawnRequest request, int status, String type) {
        boolean problem = request.method().equals("HEAD") || status < 400 || (type != null && type.startsWith(PROBLEM));
        return problem ? Optional.empty() : Optional.of(status + " comes as " + type + " and not as a problem");
    }
}
