package dev.gangway.torture;

import dev.gangway.artifacts.checkpoint.CheckpointStore;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoreSettings;
import dev.gangway.contracts.job.JobState;
import dev.gangway.embedded.Endpoints;
import dev.gangway.torture.audit.Audit;
import dev.gangway.torture.audit.Broker;
import dev.gangway.torture.audit.Ledgers;
import dev.gangway.torture.audit.Outcomes;
import dev.gangway.torture.audit.Reference;
import dev.gangway.torture.fault.Fault;
import dev.gangway.torture.fault.FaultKind;
import dev.gangway.torture.fault.FaultPlan;
import dev.gangway.torture.job.Gateway;
import dev.gangway.torture.job.Pictures;
import dev.gangway.torture.job.Submission;
import dev.gangway.torture.job.SubmittedJob;
import dev.gangway.torture.job.Workload;
import dev.gangway.torture.system.Pause;
import dev.gangway.torture.system.TorturedSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs jobs while processes die, stand still and come back, and then holds what is left against an undisturbed run: every job in one final
 * state, every image completed once, the same bits, no lease, no message and no dead letter left.
 */
public final class Torture {

    private static final String DATASET = "discs";
    private static final int IMAGES = 10;
    private static final int UPDATES = 120;
    private static final int JOBS_TOGETHER = 4;
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Path checkout;
    private final Path folder;
    private final Clock clock;
    private final Consumer<String> progress;

    /**
     * A torture of what is built in {@code checkout}.
     *
     * @param folder keeps data and logs
     * @param progress is told what happens, a line at a time
     */
    public Torture(Path checkout, Path folder, Clock clock, Consumer<String> progress) {
        this.checkout = checkout;
        this.folder = folder;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Lets faults happen that are drawn from {@code seed}.
     *
     * @return what was done and found
     */
    public Tally run(Severity severity, long seed) throws IOException {
        long began = clock.millis();
        Files.createDirectories(folder);
        try (TorturedSystem system = new TorturedSystem(checkout, folder)) {
            system.start();
            progress.accept("everything runs, logs are in " + folder);
            Gateway gateway = new Gateway(system.gateway());
            Path archive = folder.resolve(DATASET + ".zip");
            Pictures.write(archive, 24, 8, IMAGES);
            gateway.postArchive("/v1/datasets?name=" + DATASET + "&size=" + Pictures.SIDE, archive);
            try (ObjectStore store = open(system.endpoints().store())) {
                Outcomes outcomes = new Outcomes(gateway, new CheckpointStore(store, clock));
                Submission training = Submission.training(DATASET, UPDATES);
                SubmittedJob trained = undisturbed(gateway, training);
                Submission completion = Submission.completion(DATASET, IMAGES, trained.id());
                SubmittedJob completed = undisturbed(gateway, completion);
                Reference reference = new Reference(
                        outcomes.weights(trained), outcomes.images(completed), outcomes.findings(completed));
                progress.accept("undisturbed: a training and a completion of " + IMAGES + " images");

                Workload workload = new Workload(gateway, training, completion, seed);
                List<Fault> faults = plan(system, severity).draw(severity.rounds(), seed);
                torture(system, workload, faults, severity.jobs());
                return audit(system, gateway, outcomes, reference, workload, faults, seed, began);
            }
        }
    }

    private static FaultPlan plan(TorturedSystem system, Severity severity) {
        FaultPlan plan = new FaultPlan(TorturedSystem.LEASE, severity.longestDown());
        system.services().stream().filter(severity::hurts).forEach(service -> plan.with(service, FaultKind.values()));
        system.servers().stream()
                .filter(severity::hurts)
                .forEach(server -> plan.with(server, FaultKind.KILL, FaultKind.RESTART));
        return plan;
    }

    private SubmittedJob undisturbed(Gateway gateway, Submission submission) {
        SubmittedJob job = new SubmittedJob(
                submission,
                gateway.post(submission.collection(), submission.body(), "undisturbed-" + submission.kind())
                        .path("id")
                        .asText());
        JobState state = JobState.QUEUED;
        while (!state.isFinal()) {
            Pause.of(LOOK);
            state = SubmittedJob.state(gateway.get(job.path()));
        }
        if (state != JobState.SUCCEEDED) {
            throw new IllegalStateException(
                    "undisturbed, " + job.path() + " ended " + state + ": " + gateway.get(job.path()));
        }
        return job;
    }

    private void torture(TorturedSystem system, Workload workload, List<Fault> faults, int jobs) {
        AtomicBoolean more = new AtomicBoolean(true);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Future<?> work = threads.submit(() -> workload.run(JOBS_TOGETHER, jobs, more::get, SETTLED_WITHIN));
            List<Future<?>> happening = new ArrayList<>();
            for (Fault fault : faults) {
                wait(system, fault.after());
                progress.accept("%d/%d %s".formatted(fault.round(), faults.size(), fault));
                happening.add(threads.submit(() -> system.suffer(fault)));
            }
            more.set(false);
            while (!work.isDone()) {
                wait(system, LOOK);
            }
            work.get();
            for (Future<?> one : happening) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the torture itself failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void wait(TorturedSystem system, Duration length) {
        system.tend();
        Pause.of(length);
    }

    private Tally audit(
            TorturedSystem system,
            Gateway gateway,
            Outcomes outcomes,
            Reference reference,
            Workload workload,
            List<Fault> faults,
            long seed,
            long began) {
        system.awaitReady();
        List<String> leftovers = settled(new Ledgers(system.endpoints().database()));
        Broker broker = new Broker(system.endpoints().kafkaBootstrap());
        leftovers.addAll(broker.deadLetters());
        Audit audit = new Audit(gateway, outcomes, reference, broker.jobsToldTwice());
        workload.jobs().forEach(audit::look);
        List<String> losses = new ArrayList<>(audit.losses());
        losses.addAll(workload.findings());
        return new Tally(
                seed,
                faults,
                audit.states(),
                audit.recoveries(),
                losses,
                audit.doubles(),
                leftovers,
                system.findings(),
                Duration.ofMillis(clock.millis() - began));
    }

    /** What is still owed after a while in which nothing goes wrong any more. */
    private static List<String> settled(Ledgers ledgers) {
        long deadline = System.nanoTime() + TorturedSystem.LEASE.multipliedBy(5).toNanos();
        List<String> owed = ledgers.owed();
        while (!owed.isEmpty() && System.nanoTime() < deadline) {
            Pause.of(LOOK);
            owed = ledgers.owed();
        }
        return owed;
    }

    private static ObjectStore open(Endpoints.Store store) {
        return ObjectStore.open(new StoreSettings(
                URI.create(store.endpoint()), store.accessKey(), store.secretKey(), store.bucket(), "us-east-1"));
    }
}
