package dev.gangway.torture.job;

import dev.gangway.contracts.job.JobKind;
import dev.gangway.torture.system.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/**
 * Keeps so many jobs under way while things go wrong: trainings and completions in turn, each submitted twice under one key; a share of
 * them is cancelled, or sent back to the queue, at some moment.
 */
public final class Workload {

    private static final Duration LOOK = Duration.ofMillis(500);
    /** Of a hundred jobs, how many are cancelled, and of the others how many are preempted. */
    private static final int CANCELLED = 15;

    private static final int PREEMPTED = 25;

    private final Gateway gateway;
    private final Submission training;
    private final Submission completion;
    private final SplittableRandom random;
    private final long seed;
    private final List<SubmittedJob> jobs = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();

    /** Jobs like these two, with chances drawn from {@code seed}. */
    public Workload(Gateway gateway, Submission training, Submission completion, long seed) {
        this.gateway = gateway;
        this.training = training;
        this.completion = completion;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** Every job that was submitted. */
    public List<SubmittedJob> jobs() {
        return List.copyOf(jobs);
    }

    /** What was seen to be wrong with submissions. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** Keeps {@code together} jobs under way for as long as {@code more} says, and {@code least} jobs in any case; then waits for all. */
    public void run(int together, int least, BooleanSupplier more, Duration patience) {
        List<UnderWay> underWay = new ArrayList<>();
        long deadline = Long.MAX_VALUE;
        while (!underWay.isEmpty() || jobs.size() < least || more.getAsBoolean()) {
            boolean refill = jobs.size() < least || more.getAsBoolean();
            while (refill && underWay.size() < together) {
                underWay.add(new UnderWay(submitted(), random.split()));
            }
            underWay.removeIf(UnderWay::hasEnded);
            deadline = refill ? Long.MAX_VALUE : Math.min(deadline, System.nanoTime() + patience.toNanos());
            if (System.nanoTime() > deadline) {
                underWay.forEach(stuck -> findings.add(stuck.job.kind() + " job " + stuck.job.id() + " is stuck"));
                return;
            }
            Pause.of(LOOK);
        }
    }

    private SubmittedJob submitted() {
        Submission submission = jobs.size() % 2 == 0 ? training : completion;
        String key = "torture-" + seed + "-" + jobs.size();
        String id = gateway.post(submission.collection(), submission.body(), key)
                .path("id")
                .asText();
        String again = gateway.post(submission.collection(), submission.body(), key)
                .path("id")
                .asText();
        if (!again.equals(id)) {
            findings.add("the key " + key + " gave two jobs, " + id + " and " + again);
        }
        SubmittedJob job = new SubmittedJob(submission, id);
        jobs.add(job);
        return job;
    }

    /** A job that has not been seen to end, and what will be wished of it after some looks. */
    private final class UnderWay {

        private final SubmittedJob job;
        private final String wish;
        private int looksUntilWish;

        UnderWay(SubmittedJob job, SplittableRandom random) {
            this.job = job;
            int chance = random.nextInt(100);
            boolean preempted = chance < CANCELLED + PREEMPTED && job.kind() == JobKind.TRAINING;
            this.wish = chance < CANCELLED ? "cancel" : preempted ? "preempt" : "";
            this.looksUntilWish = 2 + random.nextInt(20);
        }

        boolean hasEnded() {
            looksUntilWish--;
            if (looksUntilWish == 0 && !wish.isEmpty()) {
                gateway.wish(job.path() + "/" + wish);
            }
            return SubmittedJob.state(gateway.get(job.path())).isFinal();
        }
    }
}
