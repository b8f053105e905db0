package dev.gangway.torture;

import dev.gangway.artifacts.checkpoint.CheckpointStore;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.job.JobState;
import dev.gangway.torture.audit.Audit;
import dev.gangway.torture.audit.Broker;
import dev.gangway.torture.audit.Bucket;
import dev.gangway.torture.audit.Ledgers;
import dev.gangway.torture.audit.Logs;
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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One run over a system that is up: undisturbed first, then disturbed, then looked at. */
final class TortureRun {

    private static final String DATASET = "discs";
    private static final String BROKER = "broker";
    private static final String GATEWAY = "gateway";
    private static final int IMAGES = 10;
    private static final int UPDATES = 60;
    private static final int JOBS_TOGETHER = 4;
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final TorturedSystem system;
    private final ObjectStore store;
    private final Clock clock;
    private final Consumer<String> progress;
    private final Gateway gateway;
    private final Outcomes outcomes;

    TortureRun(TorturedSystem system, ObjectStore store, Clock clock, Consumer<String> progress) {
        this.system = system;
        this.store = store;
        this.clock = clock;
        this.progress = progress;
        this.gateway = new Gateway(system.gateway());
        this.outcomes = new Outcomes(gateway, new CheckpointStore(store, clock));
    }

    /** Runs; {@code folder} is where the images' archive may be written. */
    Tally run(Path folder, Severity severity, long seed) throws IOException {
        Instant began = clock.instant();
        importPictures(folder.resolve(DATASET + ".zip"));
        Submission training = Submission.training(DATASET, UPDATES);
        SubmittedJob trained = undisturbed(training);
        Submission completion = Submission.completion(DATASET, IMAGES, trained.id());
        SubmittedJob completed = undisturbed(completion);
        Reference reference =
                new Reference(outcomes.weights(trained), outcomes.images(completed), outcomes.findings(completed));
        progress.accept("undisturbed: a training, and a completion of " + IMAGES + " images");

        Workload workload = new Workload(gateway, training, completion, seed);
        List<Fault> faults = plan(severity).draw(severity.rounds(), seed);
        disturb(workload, faults, severity.jobs());
        progress.accept("all jobs have ended");

        system.awaitReady();
        List<String> leftovers = leftovers();
        Broker broker = new Broker(system.endpoints().kafkaBootstrap());
        leftovers.addAll(broker.deadLetters());
        Audit audit = new Audit(gateway, outcomes, reference, broker.jobsToldTwice());
        workload.jobs().forEach(audit::look);
        audit.read(new Logs(folder.resolve("logs")));
        return tally(seed, faults, audit, workload, leftovers, Duration.between(began, clock.instant()));
    }

    private void importPictures(Path archive) throws IOException {
        Pictures.write(archive, 24, 8, IMAGES);
        gateway.postArchive("/v1/datasets?name=" + DATASET + "&size=" + Pictures.SIDE, archive);
    }

    private FaultPlan plan(Severity severity) {
        FaultPlan plan = new FaultPlan(TorturedSystem.LEASE, severity.longestDown());
        for (String service : system.services()) {
            plan.with(
                    service,
                    severity.kindsFor(
                            service,
                            FaultKind.KILL,
                            FaultKind.PAUSE,
                            FaultKind.RESTART,
                            FaultKind.CUT_DATABASE,
                            FaultKind.CUT_STORE));
        }
        for (String server : system.servers()) {
            plan.with(server, severity.kindsFor(server, FaultKind.KILL, FaultKind.RESTART));
        }
        plan.with(BROKER, severity.kindsFor(BROKER, FaultKind.POISON));
        plan.with(GATEWAY, severity.kindsFor(GATEWAY, FaultKind.SLOW_BODIES));
        if (system.hasDisk()) {
            plan.with(Severity.DISK, severity.kindsFor(Severity.DISK, FaultKind.FILL));
        }
        return plan;
    }

    private SubmittedJob undisturbed(Submission submission) {
        String key = "undisturbed-" + submission.kind();
        SubmittedJob job = new SubmittedJob(
                submission,
                gateway.post(submission.collection(), submission.body(), key)
                        .path("id")
                        .asText());
        JobState state = JobState.QUEUED;
        while (!state.isFinal()) {
            Pause.of(LOOK);
            state = SubmittedJob.state(gateway.get(job.path()));
        }
        if (state != JobState.SUCCEEDED) {
            throw new IllegalStateException("undisturbed, it ended otherwise: " + gateway.get(job.path()));
        }
        return job;
    }

    private void disturb(Workload workload, List<Fault> faults, int jobs) {
        AtomicBoolean more = new AtomicBoolean(true);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Future<?> work = threads.submit(() -> workload.run(JOBS_TOGETHER, jobs, more::get, SETTLED_WITHIN));
            List<Future<?>> happening = new ArrayList<>();
            for (Fault fault : faults) {
                tendFor(fault.after());
                progress.accept(String.format(Locale.ROOT, "%d/%d %s", fault.round(), faults.size(), fault));
                happening.add(threads.submit(() -> system.suffer(fault)));
            }
            more.set(false);
            while (!work.isDone()) {
                tendFor(LOOK);
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

    private void tendFor(Duration length) {
        system.tend();
        Pause.of(length);
    }

    /** What is still owed after a while in which nothing goes wrong any more, and what lies in the store for nobody. */
    private List<String> leftovers() {
        Ledgers ledgers = new Ledgers(system.endpoints().database());
        long deadline = System.nanoTime() + TorturedSystem.LEASE.multipliedBy(5).toNanos();
        List<String> owed = ledgers.owed();
        while (!owed.isEmpty() && System.nanoTime() < deadline) {
            Pause.of(LOOK);
            owed = ledgers.owed();
        }
        List<String> leftovers = new ArrayList<>(owed);
        leftovers.addAll(new Bucket(gateway, store).leftovers());
        return leftovers;
    }

    private Tally tally(
            long seed, List<Fault> faults, Audit audit, Workload workload, List<String> leftovers, Duration took) {
        List<String> losses = new ArrayList<>(audit.losses());
        losses.addAll(workload.findings());
        List<String> untruths = new ArrayList<>(system.findings());
        untruths.addAll(gateway.findings());
        return new Tally(
                seed,
                faults,
                audit.states(),
                audit.recoveries(),
                system.ends(),
                losses,
                audit.doubles(),
                leftovers,
                untruths,
                took);
    }
}
