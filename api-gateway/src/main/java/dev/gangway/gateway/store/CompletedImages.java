package dev.gangway.gateway.store;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.picture.Picture;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.contracts.completion.CompletionTask.PictureRange;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.job.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Hands out what completion jobs left in the store. */
@ApplicationScoped
public class CompletedImages {

    private final CompletedImageStore store;
    private final PictureLists lists;

    CompletedImages(CompletedImageStore store, PictureLists lists) {
        this.store = store;
        this.lists = lists;
    }

    /** Opens the results of a completion job, as JSON; refuses while it has none. */
    public InputStream results(Job job) {
        if (job.resultKey() == null) {
            throw RefusedException.conflict(
                    "job-not-finished", "job " + job.id() + " is " + job.state() + " and has no results");
        }
        return store.open(job.resultKey());
    }

    /**
     * A completed image.
     *
     * @param type its media type: {@code image/png} or {@code image/jpeg}
     * @param content the file
     */
    public record OpenedImage(String type, InputStream content) {}

    /**
     * Opens the completed image at {@code index} of the split or of the list of pictures; refuses one that is not completed.
     *
     * @throws ObjectMissingException when the results say that it is, and the store has lost it
     */
    public OpenedImage image(Job job, int index) {
        int first = job.work() instanceof JobWork.Completion dataset
                ? dataset.images().from()
                : 0;
        if (index < first || index >= first + ((JobWork.Completing) job.work()).count()) {
            throw unknown(job, index, "is none of its images");
        }
        try {
            String key = store.storedImageKey(job.team(), job.id(), index);
            String type = key.endsWith(".jpg") ? "image/jpeg" : "image/png";
            return new OpenedImage(type, store.open(key));
        } catch (ObjectMissingException e) {
            if (told(job).completed(index)) {
                throw e;
            }
            throw unknown(job, index, "is not completed");
        }
    }

    /** Opens a file of the job's report; refuses one that is not there. */
    public InputStream reportFile(Job job, String file) {
        try {
            return store.open(store.reportKey(job.team(), job.id(), file));
        } catch (ObjectMissingException | IllegalArgumentException e) {
            throw RefusedException.notFound(
                    "unknown-report-file", "the report of job " + job.id() + " has no file " + file);
        }
    }

    /** Everything that an ended job left, as one archive that is made while it is read; refuses while the job goes on. */
    public CompletionArchive archive(Job job) {
        if (!job.state().isFinal()) {
            throw RefusedException.conflict(
                    "job-not-finished",
                    "job " + job.id() + " is " + job.state() + ": its archive can be read when it has ended");
        }
        CompletionArchive archive = job.work() instanceof JobWork.Completion
                ? CompletionArchive.of(store, job.team(), job.id())
                : CompletionArchive.of(store, job.team(), job.id(), names(job)::get);
        for (int index : told(job).all()) {
            archive.requireImage(index);
        }
        return archive.checked();
    }

    /** What an ended job's results say; nothing of one that has none. */
    private ToldImages told(Job job) {
        String key = job.resultKey();
        return ToldImages.in(key, key == null ? InputStream.nullInputStream() : store.open(key));
    }

    /** What each picture was called when it was sent, by its number as the store writes it. */
    private Map<String, String> names(Job job) {
        PictureRange all = new PictureRange(0, ((JobWork.Completing) job.work()).count());
        Map<String, String> names = new HashMap<>();
        for (Picture picture : lists.read(job.team(), job.id(), all)) {
            names.put(String.format(Locale.ROOT, "%06d", names.size()), picture.name());
        }
        return names;
    }

    private static RefusedException unknown(Job job, int index, String why) {
        return RefusedException.notFound("unknown-image", "image " + index + " of job " + job.id() + " " + why);
    }
}
