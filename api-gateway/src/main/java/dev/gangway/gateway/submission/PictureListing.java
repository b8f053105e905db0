package dev.gangway.gateway.submission;

import dev.gangway.artifacts.picture.FoundPictures;
import dev.gangway.artifacts.picture.PictureFolder;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.artifacts.picture.PicturesRefusedException;
import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.intake.LongWork;
import dev.gangway.gateway.job.LeftOut;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.upload.UploadUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Finds the pictures that a request means, and writes down which they were, so that later arrivals change nothing. The store takes its time for
 * that, so no transaction is open meanwhile; the one that queues the job asks whether the pictures are still there.
 */
@ApplicationScoped
class PictureListing {

    private static final int FILES_OF_A_PICTURE = 3;
    private static final int STRAY_FILES = 10_000;

    private final ObjectStore store;
    private final List<ObjectPath> opened;
    private final PictureLists lists;
    private final UploadUse use;
    private final LongWork work;
    private final GatewayConfig config;

    PictureListing(ObjectStore store, PictureLists lists, UploadUse use, LongWork work, GatewayConfig config) {
        this.work = work;
        this.use = use;
        this.store = store;
        this.opened = config.uploads().prefixes().orElse(List.of()).stream()
                .map(ObjectPath::parseFolder)
                .toList();
        this.lists = lists;
        this.config = config;
    }

    /**
     * What a job's list holds.
     *
     * @param folder where the pictures were found
     * @param since a time before they were looked for
     * @param count how many
     * @param leftOut what was found beside them; null when there was nothing
     */
    record Listed(ObjectPath folder, Instant since, int count, LeftOut leftOut) {

        String prefix() {
            return folder.prefix();
        }
    }

    /** Where the pictures lie; refuses what is not the team's. */
    ObjectPath folder(TeamId team, PictureChoice choice) {
        return choice.upload() != null ? UploadStore.folder(team, choice.upload()) : allowed(team, choice.prefix());
    }

    /** Lists the pictures in {@code folder} for {@code job}; a list of which no job comes goes with a collection. */
    Listed list(TeamId team, JobId job, ObjectPath folder, boolean needsMasks) {
        work.begin(LongWork.Kind.LISTING, team.value());
        try {
            return listed(team, job, folder, needsMasks);
        } finally {
            work.end(LongWork.Kind.LISTING, team.value());
        }
    }

    private Listed listed(TeamId team, JobId job, ObjectPath folder, boolean needsMasks) {
        Instant since = use.now();
        if (use.isDeleted(folder)) {
            throw deleted(folder);
        }
        try {
            FoundPictures found =
                    PictureFolder.pictures(folder, files(folder), new UploadStore(store).notes(folder), needsMasks);
            requireFew(found.pictures().size());
            lists.write(team, job, found);
            return new Listed(folder, since, found.pictures().size(), LeftOut.of(found));
        } catch (PicturesRefusedException e) {
            throw RefusedException.unprocessable("pictures-refused", "pictures", e.getMessage());
        }
    }

    /** Keeps what was listed until the transaction at hand ends; refuses what was deleted meanwhile. */
    void hold(Listed listed) {
        if (!use.hold(listed.folder(), listed.since())) {
            throw deleted(listed.folder());
        }
    }

    private static RefusedException deleted(ObjectPath folder) {
        return RefusedException.unprocessable(
                "pictures-refused", "pictures", "what lay in " + folder.prefix() + " was deleted");
    }

    private ObjectPath allowed(TeamId team, String prefix) {
        ObjectPath folder = parsed(prefix);
        boolean allowed = folder.isWithin(UploadStore.folder(team))
                || opened.stream().anyMatch(open -> folder.equals(open) || folder.isWithin(open));
        if (!allowed) {
            throw notAllowed("must lie within " + UploadStore.folder(team).prefix()
                    + " or a prefix that the operator allows, and is " + prefix);
        }
        return folder;
    }

    private static ObjectPath parsed(String prefix) {
        try {
            return ObjectPath.parseFolder(prefix);
        } catch (IllegalArgumentException e) {
            throw notAllowed("is no folder of the bucket: " + e.getMessage());
        }
    }

    private static RefusedException notAllowed(String why) {
        return RefusedException.unprocessable("prefix-not-allowed", "pictures.prefix", why);
    }

    /** Looks at no more files than the pictures of one job can have, with their masks, their truth, and some that nobody meant. */
    private List<ObjectStatus> files(ObjectPath folder) {
        long most = (long) most() * FILES_OF_A_PICTURE + STRAY_FILES;
        List<ObjectStatus> files = store.stream(folder.prefix()).limit(most + 1).toList();
        if (files.size() > most) {
            throw tooMany("these are more than " + most + " files");
        }
        return files;
    }

    private void requireFew(int pictures) {
        if (pictures > most()) {
            throw tooMany("these are " + pictures);
        }
    }

    private RefusedException tooMany(String found) {
        return RefusedException.unprocessable(
                "too-many-images", "pictures", "one job completes at most " + most() + " pictures, and " + found);
    }

    private int most() {
        return config.completion().imagesPerJob();
    }
}
