package dev.gangway.gateway.store;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.job.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;

/** Hands out what completion jobs left in the store. */
@ApplicationScoped
public class CompletedImages {

    private final CompletedImageStore store;

    CompletedImages(CompletedImageStore store) {
        this.store = store;
    }

    /** Opens the results of a completion job, as JSON; refuses while it has none. */
    public InputStream results(Job job) {
        if (job.resultKey() == null) {
            throw RefusedException.conflict(
                    "job-not-finished", "job " + job.id() + " is " + job.state() + " and has no results");
        }
        return store.open(job.resultKey());
    }

    /** Opens the completed image at {@code index} of the split, a PNG file; refuses one that is not there. */
    public InputStream image(Job job, int index) {
        ImageRange images = ((JobWork.Completion) job.work()).images();
        if (index < images.from() || index >= images.from() + images.count()) {
            throw unknown(job, index, "is none of its images");
        }
        try {
            return store.open(store.imageKey(job.team(), job.id(), index));
        } catch (ObjectMissingException e) {
            throw unknown(job, index, "is not completed");
        }
    }

    /** Opens a picture of the job's report, a PNG file; refuses one that is not there. */
    public InputStream picture(Job job, String file) {
        try {
            return store.open(store.reportKey(job.team(), job.id(), file));
        } catch (ObjectMissingException | IllegalArgumentException e) {
            throw RefusedException.notFound(
                    "unknown-picture", "the report of job " + job.id() + " has no picture " + file);
        }
    }

    private static RefusedException unknown(Job job, int index, String why) {
        return RefusedException.notFound("unknown-image", "image " + index + " of job " + job.id() + " " + why);
    }
}
