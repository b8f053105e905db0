package dev.gangway.artifacts.picture;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.store.ContentMismatchException;
import dev.gangway.artifacts.store.JsonObjects;
import dev.gangway.artifacts.store.ObjectMissingException;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.SealedJson;
import dev.gangway.contracts.completion.CompletionTask.PictureRange;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The pictures of each job, numbered from 0 in the order in which they were found when it was submitted, under
 * {@code completions/<team>/<job>/pictures/}. A list is cut into pages, so that a task reads what it needs.
 */
public final class PictureLists {

    private static final int PAGE = 1000;
    private static final int PAGE_BYTES = 64 * 1024 * 1024;

    private final ObjectStore store;

    public PictureLists(ObjectStore store) {
        this.store = store;
    }

    /** A page of a list. */
    private record PicturePage(List<Picture> pictures) {}

    /** Writes down what was found for a job: the pictures, and what was left out. */
    public void write(TeamId team, JobId job, FoundPictures found) {
        write(team, job, found.pictures());
        UploadNotes notes = new UploadNotes(found.leftOut(), found.notices());
        if (!notes.equals(UploadNotes.NONE)) {
            store.put(notesKey(team, job), SealedJson.write(notes), JsonObjects.CONTENT_TYPE);
        }
    }

    /**
     * What was left out when the job's pictures were listed.
     *
     * @throws ContentMismatchException when it is not what was written
     */
    public UploadNotes leftOut(TeamId team, JobId job) {
        String key = notesKey(team, job);
        try {
            return SealedJson.read(store.get(key, PAGE_BYTES).content(), UploadNotes.class);
        } catch (ObjectMissingException e) {
            return UploadNotes.NONE;
        } catch (IOException e) {
            throw new ContentMismatchException(key, "is damaged: " + e.getMessage(), e);
        }
    }

    /** Writes the list of a job. */
    public void write(TeamId team, JobId job, List<Picture> pictures) {
        for (int from = 0; from < pictures.size(); from += PAGE) {
            PicturePage page = new PicturePage(pictures.subList(from, Math.min(from + PAGE, pictures.size())));
            store.put(key(team, job, from / PAGE), SealedJson.write(page), JsonObjects.CONTENT_TYPE);
        }
    }

    /**
     * Reads a part of a job's list.
     *
     * @throws dev.gangway.artifacts.store.ObjectMissingException when there is no such list
     * @throws ContentMismatchException when it is no list, or shorter
     */
    public List<Picture> read(TeamId team, JobId job, PictureRange range) {
        List<Picture> pictures = new ArrayList<>(range.count());
        int end = range.from() + range.count();
        for (int page = range.from() / PAGE; page * PAGE < end; page++) {
            List<Picture> listed = page(team, job, page);
            int first = Math.max(range.from() - page * PAGE, 0);
            int last = Math.min(end - page * PAGE, PAGE);
            if (last > listed.size()) {
                throw new ContentMismatchException(
                        key(team, job, page), "has " + listed.size() + " pictures, not " + last, null);
            }
            pictures.addAll(listed.subList(first, last));
        }
        return pictures;
    }

    private List<Picture> page(TeamId team, JobId job, int page) {
        String key = key(team, job, page);
        try {
            return SealedJson.read(store.get(key, PAGE_BYTES).content(), PicturePage.class)
                    .pictures();
        } catch (IOException e) {
            throw new ContentMismatchException(key, "is no list of pictures: " + e.getMessage(), e);
        }
    }

    private static String notesKey(TeamId team, JobId job) {
        return CompletedImageStore.folder(team, job)
                .resolve(CompletedImageStore.PICTURES, "left-out.json")
                .key();
    }

    private static String key(TeamId team, JobId job, int page) {
        return CompletedImageStore.folder(team, job)
                .resolve(CompletedImageStore.PICTURES, String.format(Locale.ROOT, "%05d.json", page))
                .key();
    }
}
