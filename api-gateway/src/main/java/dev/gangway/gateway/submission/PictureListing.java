package dev.gangway.gateway.submission;

import dev.gangway.artifacts.picture.Picture;
import dev.gangway.artifacts.picture.PictureFolder;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.artifacts.picture.PicturesRefusedException;
import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Finds the pictures that a request means, and writes down which they were, so that later arrivals change nothing. */
@ApplicationScoped
class PictureListing {

    private final ObjectStore store;
    private final UploadStore uploads;
    private final PictureLists lists;
    private final GatewayConfig config;

    PictureListing(ObjectStore store, UploadStore uploads, PictureLists lists, GatewayConfig config) {
        this.store = store;
        this.uploads = uploads;
        this.lists = lists;
        this.config = config;
    }

    /**
     * What a job's list holds.
     *
     * @param prefix where the pictures were found
     * @param count how many
     */
    record Listed(String prefix, int count) {}

    /** Lists the pictures for {@code job}. */
    Listed list(TeamId team, JobId job, PictureChoice choice, boolean needsMasks) {
        String prefix =
                choice.upload() != null ? uploads.folder(team, choice.upload()) : allowed(team, choice.prefix());
        try {
            List<Picture> pictures = PictureFolder.pictures(store, prefix, needsMasks);
            requireFew(pictures.size());
            lists.write(team, job, pictures);
            return new Listed(prefix, pictures.size());
        } catch (PicturesRefusedException e) {
            throw RefusedException.unprocessable("pictures-refused", "pictures", e.getMessage());
        }
    }

    private String allowed(TeamId team, String prefix) {
        boolean allowed = Stream.concat(
                        Stream.of(uploads.folder(team)), config.uploads().prefixes().orElse(List.of()).stream())
                .anyMatch(prefix::startsWith);
        if (!prefix.endsWith("/") || !allowed) {
            throw RefusedException.unprocessable(
                    "prefix-not-allowed",
                    "pictures.prefix",
                    "must end with a slash and begin with " + uploads.folder(team)
                            + " or a prefix that the operator allows");
        }
        return prefix;
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
