package dev.gangway.local.paper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gangway.local.client.GangwayClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers as the gateway does, without workers: whenever its jobs are listed, each goes one state on. Completions are as good
 * as their perceptual loss has weight, so that the best settings are known.
 */
final class GatewayStandIn implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> STATES = List.of("QUEUED", "RUNNING", "SUCCEEDED");

    static {
        // Otherwise each answer waits for the client's delayed acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Map<String, ObjectNode> jobs = new LinkedHashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Set<String> failing = new HashSet<>();

    GatewayStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.createContext("/v1/", this::handle);
        server.start();
    }

    GangwayClient client() {
        return new GangwayClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /** From now on, trainings by {@code recipe} fail. */
    synchronized void fail(String recipe) {
        failing.add(recipe);
    }

    /** From now on, all trainings succeed again. */
    synchronized void repair() {
        failing.clear();
    }

    /** The requests of all jobs that there ever were, in their order. */
    synchronized List<JsonNode> requests() {
        return jobs.values().stream().map(job -> job.path("request")).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        ((ExecutorService) server.getExecutor()).shutdownNow();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String[] path =
                exchange.getRequestURI().getPath().substring("/v1/".length()).split("/");
        JsonNode answer = exchange.getRequestMethod().equals("POST") ? post(exchange, path) : get(exchange, path);
        byte[] body = JSON.writeValueAsBytes(answer == null ? Map.of("code", "unknown-job") : answer);
        exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private JsonNode post(HttpExchange exchange, String[] path) throws IOException {
        if (path.length > 1) {
            return jobs.get(path[1]).put("state", "CANCELLED");
        }
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String id = keys.computeIfAbsent(key, unknown -> "job-" + jobs.size());
        ObjectNode job = jobs.computeIfAbsent(id, unknown -> JsonNodeFactory.instance.objectNode());
        job.put("id", id).put("kind", path[0]).put("state", STATES.get(0)).set("request", request);
        return job;
    }

    private JsonNode get(HttpExchange exchange, String[] path) {
        if (path[0].equals("checkpoints")) {
            return checkpoints(exchange.getRequestURI().getQuery());
        }
        if (path.length == 1) {
            return open(path[0]);
        }
        ObjectNode job = jobs.get(path[1]);
        if (path.length == 2) {
            return job;
        }
        return path[2].equals("curves") ? items(List.of(curve(10, 2.0), curve(20, 1.0))) : results(job);
    }

    private JsonNode open(String kind) {
        List<ObjectNode> listed = jobs.values().stream()
                .filter(job -> job.path("kind").asText().equals(kind))
                .filter(job -> STATES.subList(0, 2).contains(job.path("state").asText()))
                .toList();
        listed.forEach(this::goOn);
        return items(listed.stream()
                .filter(job -> !job.has("endedAt"))
                .map(JsonNode.class::cast)
                .toList());
    }

    private void goOn(ObjectNode job) {
        boolean fails = failing.contains(job.at("/request/recipe").asText());
        String next = STATES.get(STATES.indexOf(job.path("state").asText()) + 1);
        job.put("state", fails ? "FAILED" : next);
        if (fails || next.equals("SUCCEEDED")) {
            job.put("startedAt", "2026-01-02T03:04:05Z").put("endedAt", "2026-01-02T03:05:05Z");
            job.putObject("failure").put("code", "diverged").put("detail", "a loss is not finite");
            ArrayNode stages = job.putArray("stages");
            for (int stage = 1; stage <= 3; stage++) {
                stages.addObject()
                        .put("stage", stage)
                        .put("updates", 7)
                        .putObject("figures")
                        .put("gap", 0.5 + stage)
                        .put("samples.fid-resnet50", 100.0 - stage);
            }
        }
    }

    private JsonNode checkpoints(String query) {
        String job = query.substring("job=".length(), query.indexOf('&'));
        boolean there = !jobs.get(job).path("state").asText().equals("QUEUED");
        return items(List.of(JsonNodeFactory.instance.objectNode().put("stageEnd", there)));
    }

    private static JsonNode results(ObjectNode job) {
        double psnr = 10 + job.at("/request/settings/lambda").asDouble();
        ObjectNode results = JsonNodeFactory.instance
                .objectNode()
                .put("extractor", "resnet50")
                .put("samples", 16);
        results.set("settings", job.at("/request/settings"));
        results.putArray("images").addObject().put("image", 0);
        ArrayNode rows = results.putArray("rows");
        for (String row : List.of("truth", "occluded", "mean-colour", "mean-image", "completed")) {
            ObjectNode judged = rows.addObject()
                    .put("row", row)
                    .put("inceptionScore", 2.125)
                    .put("psnr", psnr)
                    .put("ssim", 0.5)
                    .put("psnrHole", psnr)
                    .put("ssimHole", 0.25)
                    .put("kid", 0.125)
                    .put("fid", 50.0);
            if (job.at("/request/faces").asBoolean()) {
                ObjectNode faces = judged.putArray("faces")
                        .addObject()
                        .put("matcher", "dlib")
                        .put("auc", 0.875);
                faces.putObject("similarity").put("mean", 0.75);
            }
        }
        return results;
    }

    private static JsonNode curve(int step, double gap) {
        ObjectNode point = JsonNodeFactory.instance.objectNode().put("stage", 1).put("step", step);
        point.putObject("values").put("gap", gap);
        return point;
    }

    private static JsonNode items(List<? extends JsonNode> items) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.putArray("items").addAll(items);
        return page;
    }
}
