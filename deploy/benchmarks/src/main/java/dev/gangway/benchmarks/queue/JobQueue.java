package dev.gangway.benchmarks.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.local.client.GangwayClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/**
 * The queue of one gateway, as clients see it. Once it is filled it keeps its length: a submission puts one job in, and an admission takes
 * one out. Used by one thread at a time.
 */
final class JobQueue {

    private static final String JOBS = "/v1/training-jobs";
    private static final String DATASET = "benchmark";
    private static final int CLIENTS = 4;
    private static final int LONGEST_PAGE = 200;
    private static final Duration ADMITTED_WITHIN = Duration.ofSeconds(30);

    private final GangwayClient gateway;
    private final LongSupplier clock;
    private final Deque<String> queued = new ArrayDeque<>();
    private final Deque<String> admitted = new ArrayDeque<>();
    private String lastPage;

    private JobQueue(GangwayClient gateway, LongSupplier clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * The empty queue of the gateway at {@code address}.
     *
     * @param archive images of 32 by 32 pixels that the jobs are to be trained on
     * @param clock counts nanoseconds
     */
    static JobQueue at(URI address, Path archive, LongSupplier clock) {
        GangwayClient gateway = new GangwayClient(address);
        gateway.postArchive("/v1/datasets?name=" + DATASET + "&size=32", archive);
        return new JobQueue(gateway, clock);
    }

    /** Submits jobs until {@code jobs} are queued, by four clients at once; gives the nanoseconds that it took. */
    long fill(int jobs) {
        int all = jobs + GatewaySystem.AHEAD;
        long begin = clock.getAsLong();
        doneByAllClients(Collections.nCopies(all, this::submitted));
        long took = clock.getAsLong() - begin;
        read(all);
        return took;
    }

    /** Does an operation; gives the nanoseconds that it took. */
    long measure(Operation operation) {
        return switch (operation) {
            case SUBMISSION -> timed(() -> queued.addLast(submitted()));
            case FIRST_PAGE -> timed(() -> page(""));
            case DEEP_PAGE -> timed(() -> page("&cursor=" + lastPage));
            case QUEUED -> timed(() -> page("&state=QUEUED"));
            case ADMITTED -> timed(() -> page("&state=ADMITTED"));
            case NONE -> timed(() -> page("&state=RUNNING&state=FAILED"));
            case JOB -> timed(() -> gateway.get(JOBS + "/" + queued.getFirst()));
            case ADMISSION -> admission();
        };
    }

    /** How many jobs are queued. */
    int length() {
        return queued.size();
    }

    private long timed(Runnable work) {
        long begin = clock.getAsLong();
        work.run();
        return clock.getAsLong() - begin;
    }

    private String submitted() {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("recipe", "rankgan-tiny")
                .put("model", "benchmark")
                .put("dataset", DATASET);
        return gateway.post(JOBS, body).path("id").asText();
    }

    private JsonNode page(String which) {
        return gateway.get(JOBS + "?limit=" + Growth.PAGE + which);
    }

    /** Gives up the oldest admitted job, and waits for the oldest queued one; both times are the gateway's own. */
    private long admission() {
        String leaving = JOBS + "/" + admitted.removeFirst();
        String next = queued.removeFirst();
        gateway.post(leaving + "/cancel");
        Instant left = when("CANCELLING", gateway.get(leaving));
        Instant came = awaitAdmission(next);
        admitted.addLast(next);
        return Duration.between(left, came).toNanos();
    }

    private Instant awaitAdmission(String job) {
        long deadline = System.nanoTime() + ADMITTED_WITHIN.toNanos();
        JsonNode page = gateway.get(JOBS + "/" + job);
        while (page.path("state").asText().equals("QUEUED")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the oldest queued job was not admitted: " + job);
            }
            page = gateway.get(JOBS + "/" + job);
        }
        return when("ADMITTED", page);
    }

    private static Instant when(String state, JsonNode job) {
        for (JsonNode move : job.path("history")) {
            if (move.path("to").asText().equals(state)) {
                return Instant.parse(move.path("at").asText());
            }
        }
        throw new IllegalStateException("the job was never " + state + ": " + job);
    }

    /** Notes the jobs in the queue's order, and where the listing's last page begins. */
    private void read(int all) {
        int left = all;
        String next = "";
        while (left > 0) {
            int limit = left > Growth.PAGE ? Math.min(LONGEST_PAGE, left - Growth.PAGE) : left;
            JsonNode page = gateway.get(JOBS + "?limit=" + limit + (next.isEmpty() ? "" : "&cursor=" + next));
            page.path("items").forEach(job -> queued.addFirst(job.path("id").asText()));
            left -= limit;
            next = page.path("next").asText();
            lastPage = left == Growth.PAGE ? next : lastPage;
        }
        for (int i = 0; i < GatewaySystem.AHEAD; i++) {
            String oldest = queued.removeFirst();
            awaitAdmission(oldest);
            admitted.addLast(oldest);
        }
    }

    private static void doneByAllClients(List<Callable<String>> work) {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (Future<String> done : clients.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a job was not accepted", e.getCause());
        } finally {
            clients.shutdownNow();
        }
    }
}
