package dev.gangway.artifacts.completion;

import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/**
 * What completion jobs leave behind, under {@code completions/<team>/<job>/}: the completed images, the figures of each task,
 * and the results and the report of the whole job.
 *
 * <p>A task's objects carry the token of the claim that wrote them. An image does not: whoever completes it again, after a worker
 * died, writes the same pixels.
 */
public final class CompletedImageStore {

    /** Where those of all teams lie. */
    public static final ObjectPath ROOT = ObjectPath.of("completions");

    /** Within a job's folder, where its tasks leave what they tell each other. */
    public static final String TASKS = "tasks";

    /** Within a job's folder, where the list of its pictures lies. */
    public static final String PICTURES = "pictures";

    private static final String RESULTS = "results.json";
    private static final String JSON = "application/json";
    private static final int OBJECT_LIMIT = 1 << 30;

    private final ObjectStore store;

    public CompletedImageStore(ObjectStore store) {
        this.store = store;
    }

    /** Writes the completed image at {@code index} of its split as PNG; returns its key. */
    public String putImage(TeamId team, JobId job, int index, PixelImage image) {
        return putPng(team, job, index, PngEncoder.encode(image));
    }

    /** Writes the completed image at {@code index}, a PNG file; returns its key. */
    public String putPng(TeamId team, JobId job, int index, byte[] file) {
        String key = imageKey(team, job, index);
        store.put(key, file, "image/png");
        return key;
    }

    /** Writes the completed image at {@code index}, a JPEG file; returns its key. */
    public String putJpeg(TeamId team, JobId job, int index, byte[] file) {
        String key = jpegKey(team, job, index);
        store.put(key, file, "image/jpeg");
        return key;
    }

    /** The key of the completed image at {@code index} as it was written; that of a PNG file when there is none. */
    public String storedImageKey(TeamId team, JobId job, int index) {
        String jpeg = jpegKey(team, job, index);
        String png = imageKey(team, job, index);
        return !store.exists(png) && store.exists(jpeg) ? jpeg : png;
    }

    /** The key of the completed image at {@code index}. */
    public String imageKey(TeamId team, JobId job, int index) {
        return folder(team, job)
                .resolve(String.format(Locale.ROOT, "%06d.png", index))
                .key();
    }

    private String jpegKey(TeamId team, JobId job, int index) {
        return folder(team, job)
                .resolve(String.format(Locale.ROOT, "%06d.jpg", index))
                .key();
    }

    /** Writes one of a task's objects, such as {@code figures.json}; returns its key. */
    public String putTaskObject(TaskClaim claim, String name, byte[] content, String contentType) {
        String key = taskFolder(claim).resolve(requireFile(name)).key();
        store.put(key, content, contentType);
        return key;
    }

    /** Reads an object by its key; throws {@link dev.gangway.artifacts.store.ObjectMissingException} when it is gone. */
    public byte[] read(String key) {
        return store.get(key, OBJECT_LIMIT).content();
    }

    /**
     * Opens an object for sending it on; the caller closes the stream.
     *
     * @throws dev.gangway.artifacts.store.ContentMismatchException when it is not what was written; a large one ends with an exception instead
     */
    public InputStream open(String key) {
        return store.readChecked(key);
    }

    /**
     * Reads an object to its end and keeps nothing of it; returns how many bytes it has.
     *
     * @throws dev.gangway.artifacts.store.ContentMismatchException when it is not what was written
     */
    public long check(String key) {
        return store.check(key);
    }

    /** Writes the results of the whole job; returns their key. */
    public String putResults(TeamId team, JobId job, byte[] json) {
        String key = resultsKey(team, job);
        store.put(key, json, JSON);
        return key;
    }

    /** The key of the whole job's results. */
    public String resultsKey(TeamId team, JobId job) {
        return results(team, job).key();
    }

    /** Where the whole job's results lie. */
    public static ObjectPath results(TeamId team, JobId job) {
        return folder(team, job).resolve(RESULTS);
    }

    /** Where the objects lie that one claim on a task wrote. */
    public static ObjectPath taskFolder(TaskClaim claim) {
        return folder(claim.team(), claim.job())
                .resolve(TASKS, Integer.toString(claim.task()), Long.toString(claim.token()));
    }

    /** The key of a file of the job's report; {@link IllegalArgumentException} for a name that no file may have. */
    public String reportKey(TeamId team, JobId job, String file) {
        return folder(team, job).resolve("report", requireFile(file)).key();
    }

    /** Writes one file of the job's report; returns its key. */
    public String putReport(TeamId team, JobId job, String file, byte[] content, String contentType) {
        String key = reportKey(team, job, file);
        store.put(key, content, contentType);
        return key;
    }

    /** The keys of everything the job left, in their order. */
    public List<String> list(TeamId team, JobId job) {
        return store.list(folder(team, job).prefix()).stream()
                .map(ObjectStatus::key)
                .toList();
    }

    /** Where everything lies that a job left. */
    public static ObjectPath folder(TeamId team, JobId job) {
        return ROOT.resolve(team.value(), job.toString());
    }

    private static String requireFile(String name) {
        boolean plain = name.chars().allMatch(letter -> isLetterOrDigit(letter) || "._-".indexOf(letter) >= 0);
        if (name.isEmpty() || !plain || !isLetterOrDigit(name.charAt(0))) {
            throw new IllegalArgumentException("a file is called by letters, digits, dots and hyphens, not " + name);
        }
        return name;
    }

    private static boolean isLetterOrDigit(int letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    }
}
