package dev.gangway.gateway.submission;

import dev.gangway.artifacts.picture.FoundPictures;
import dev.gangway.artifacts.picture.PictureFolder;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.artifacts.picture.PicturesRefusedException;
import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.LeftOut;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.upload.UploadUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds the pictures that a request means, and writes down which they were, so that later arrivals change nothing. */
@ApplicationScoped
class PictureListing {

    private final ObjectStore store;
    private final List<ObjectPath> opened;
    private final PictureLists lists;
    private final UploadUse use;
    private final GatewayConfig config;

    PictureListing(ObjectStore store, PictureLists lists, UploadUse use, GatewayConfig config) {
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
     * @param prefix where the pictures were found
     * @param count how many
     * @param leftOut what was found beside them; null when there was nothing
     */
    record Listed(String prefix, int count, LeftOut leftOut) {}

    /** Where the pictures lie; refuses what is not the team's. */
    ObjectPath folder(TeamId team, PictureChoice choice) {
        return choice.upload() != null ? UploadStore.folder(team, choice.upload()) : allowed(team, choice.prefix());
    }

    /** Lists the pictures in {@code folder} for {@code job}. */
    Listed list(TeamId team, JobId job, ObjectPath folder, boolean needsMasks) {
        use.hold(folder);
        try {
            FoundPictures found = PictureFolder.pictures(store, folder, needsMasks);
            requireFew(found.pictures().size());
            lists.write(team, job, found);
            return new Listed(folder.prefix(), found.pictures().size(), LeftOut.of(found));
        } catch (PicturesRefusedException e) {
            throw RefusedException.unprocessable("pictures-refused", "pictures", e.getMessage());
        }
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

    private void requireFew(int pictures) {
        int most = config.completion().imagesPerJob();
        if (pictures > most) {
            throw RefusedException.unprocessable(
                    "too-many-images",
                    "pictures",
                    "one job completes at most " + most + " pictures, and these are " + pictures);
        }
    }
}
