package dev.gangway.gateway.lifecycle;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.completion.TaskClaim;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.contracts.event.JobEvent;
import dev.gangway.contracts.event.JobEvent.CheckpointWritten;
import dev.gangway.contracts.event.JobEvent.Failed;
import dev.gangway.contracts.event.JobEvent.Progressed;
import dev.gangway.contracts.event.JobEvent.StageFinished;
import dev.gangway.contracts.event.JobEvent.Succeeded;
import dev.gangway.contracts.event.JobEvent.TaskFinished;
import dev.gangway.contracts.event.Origin;
import dev.gangway.contracts.event.Progress;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.job.Task;
import dev.gangway.ledger.broker.RefusedMessageException;
import java.util.Locale;
import java.util.Objects;

/**
 * What a worker says is bound to its claim: it is believed about the one task of the one job that it can have been given, and only what can be
 * true of that. The methods throw {@link RefusedMessageException}.
 */
final class ClaimBinding {

    /** The code of what is not believed. */
    static final String CODE = "claim-mismatch";

    private ClaimBinding() {}

    /** Refuses an event that no worker at {@code job} can tell. */
    static void require(Job job, JobEvent event) {
        Origin origin = event.origin();
        JobKind kind = job.work().kind();
        require(origin.kind() == null || origin.kind() == kind, event, "a worker for " + origin.kind() + " jobs");
        require(origin.team() == null || origin.team().equals(job.team()), event, "a task of team " + origin.team());
        require(event.subject().map(kind::equals).orElse(true), event, "which no " + kind + " job has");
    }

    /** Refuses an event that no claim on {@code task} can tell: it is claimed once for each time that it was sent at most. */
    static void require(Job job, Task task, JobEvent event) {
        require(event.origin().token() <= task.attempt(), event, "sent " + task.attempt() + " times so far");
        result(job, event);
        if (job.work() instanceof JobWork.Training work) {
            training(work, event);
        } else if (job.work() instanceof JobWork.Completing work) {
            completing(work, event);
        }
    }

    /** What sums up a training is one of its own checkpoints, and a completion's results lie where its claim may write them. */
    private static void result(Job job, JobEvent event) {
        if (event instanceof Succeeded succeeded) {
            require(isResult(job, succeeded.resultKey()), event, "a result that is not its job's");
        } else if (event instanceof Failed failed && failed.resultKey() != null) {
            require(isResult(job, failed.resultKey()), event, "a result that is not its job's");
        } else if (event instanceof TaskFinished finished) {
            Origin origin = event.origin();
            ObjectPath own =
                    CompletedImageStore.taskFolder(new TaskClaim(job.team(), job.id(), origin.task(), origin.token()));
            boolean within = ObjectPath.tryParse(finished.resultKey())
                    .map(key -> key.isWithin(own))
                    .orElse(false);
            require(within, event, "figures that are another claim's");
        }
    }

    private static boolean isResult(Job job, String key) {
        return switch (job.work().kind()) {
            case TRAINING -> isCheckpointOf(job, key);
            case COMPLETION ->
                key.equals(CompletedImageStore.results(job.team(), job.id()).key());
        };
    }

    private static boolean isCheckpointOf(Job job, String id) {
        try {
            return CheckpointId.of(id).job().equals(job.id().value());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void training(JobWork.Training work, JobEvent event) {
        if (event instanceof CheckpointWritten written) {
            stage(work, written.checkpoint().stage(), written.kind(), event);
            updates(work, written.checkpoint().stage(), written.checkpoint().step(), event);
            boolean own = written.checkpoint().job().equals(event.origin().job().value())
                    && written.checkpoint().token() == event.origin().token();
            require(own, event, "checkpoint " + written.checkpoint() + ", which is another claim's");
        } else if (event instanceof StageFinished finished) {
            stage(work, finished.stage(), finished.kind(), event);
            updates(work, finished.stage(), finished.updates(), event);
        } else if (event instanceof Progressed progressed && progressed.progress() instanceof Progress.Training now) {
            stage(work, now.stage(), now.stageKind(), event);
            updates(work, now.stage(), now.steps(), event);
            boolean possible = now.stages() == work.recipe().stages().size() && now.step() <= now.steps();
            require(possible, event, "update " + now.step() + " of " + now.steps() + ", " + now.stages() + " stages");
        }
    }

    private static void stage(JobWork.Training work, int number, StageKind kind, JobEvent event) {
        require(work.hasStage(number, kind), event, "stage " + number + " of kind " + kind + ", which it has not");
    }

    private static void updates(JobWork.Training work, int stage, long updates, JobEvent event) {
        require(work.hasUpdate(stage, updates), event, updates + " updates of stage " + stage + ", which has fewer");
    }

    private static void completing(JobWork.Completing work, JobEvent event) {
        boolean merge = event.origin().task() == work.tasks();
        long images = merge ? 0 : work.imagesOfTask(event.origin().task());
        if (event instanceof TaskFinished finished) {
            long done = (long) finished.images() + finished.failedImages();
            require(!merge && done == images, event, done + " images of " + images);
        } else if (event instanceof Succeeded) {
            require(merge, event, "a part of the job only");
        } else if (event instanceof Progressed progressed && progressed.progress() instanceof Progress.Completion now) {
            require(!merge && now.images() <= images, event, now.images() + " images of " + images);
            boolean possible = Objects.requireNonNullElse(now.failed(), 0) <= now.images()
                    && Objects.requireNonNullElse(now.underWay(), 0.0) <= images;
            require(possible, event, now.failed() + " failed of " + now.images() + ", " + now.underWay() + " begun");
        }
    }

    private static void require(boolean fits, JobEvent event, String what) {
        if (!fits) {
            throw new RefusedMessageException(
                    CODE,
                    String.format(
                            Locale.ROOT,
                            "%s of job %s, task %d, token %d, worker %s: %s",
                            event.getClass().getSimpleName(),
                            event.origin().job(),
                            event.origin().task(),
                            event.origin().token(),
                            event.origin().worker(),
                            what));
        }
    }
}
