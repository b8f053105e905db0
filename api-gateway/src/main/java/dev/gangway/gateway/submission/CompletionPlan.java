package dev.gangway.gateway.submission;

import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.config.CompletionConfig;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.Dataset;
import dev.gangway.gateway.job.JobWork;
import dev.gangway.gateway.job.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;

/** Decides what a completion request leaves open, and refuses what could only fail later. */
@ApplicationScoped
class CompletionPlan {

    private final MethodChoice methods;
    private final MaskCheck masks;
    private final PictureListing listing;
    private final Catalogue catalogue;
    private final CompletionConfig config;

    CompletionPlan(
            MethodChoice methods, MaskCheck masks, PictureListing listing, Catalogue catalogue, GatewayConfig config) {
        this.methods = methods;
        this.masks = masks;
        this.listing = listing;
        this.catalogue = catalogue;
        this.config = config.completion();
    }

    JobWork.Completing of(TeamId team, JobId job, CompletionRequest request) {
        if ((request.dataset() == null) == (request.pictures() == null)) {
            throw invalid("dataset", "a job completes the images of a dataset, or pictures: give one of the two");
        }
        return request.pictures() == null ? images(team, request) : pictures(team, job, request);
    }

    private JobWork.Completion images(TeamId team, CompletionRequest request) {
        requireGiven("images", request.images());
        requireGiven("mask", request.mask());
        CompletionMethod method = methods.of(team, request);
        Dataset dataset = catalogue.dataset(team, request.dataset(), request.datasetVersion());
        Catalogue.requireImageSize(
                dataset, method.imageSize(), "checkpoint " + method.checkpoint().id());
        masks.require(request.mask(), method.imageSize());
        return new JobWork.Completion(
                method.checkpoint(),
                range(dataset, request),
                config.imagesPerTask(),
                request.mask(),
                method.settings(),
                request.seed(),
                request.faces());
    }

    private JobWork.PictureCompletion pictures(TeamId team, JobId job, CompletionRequest request) {
        requireLeftOut("datasetVersion", request.datasetVersion());
        requireLeftOut("split", request.split());
        requireLeftOut("from", request.from());
        requireLeftOut("images", request.images());
        CompletionMethod method = methods.of(team, request);
        if (request.mask() != null) {
            masks.require(request.mask(), method.imageSize());
        }
        PictureListing.Listed listed = listing.list(team, job, request.pictures(), request.mask() == null);
        return new JobWork.PictureCompletion(
                method.checkpoint(),
                listed.prefix(),
                listed.count(),
                config.imagesPerTask(),
                request.mask(),
                method.settings(),
                request.seed(),
                request.faces(),
                listed.leftOut());
    }

    private ImageRange range(Dataset dataset, CompletionRequest request) {
        if (request.images() > config.imagesPerJob()) {
            throw RefusedException.unprocessable(
                    "too-many-images", "images", "one job completes at most " + config.imagesPerJob() + " images");
        }
        int present = dataset.images().of(request.split());
        if ((long) request.from() + request.images() > present) {
            throw RefusedException.unprocessable(
                    "images-out-of-range",
                    "images",
                    "the split has " + present + " images, but " + request.images() + " from " + request.from()
                            + " on were asked for");
        }
        return new ImageRange(dataset.reference(), request.split(), request.from(), request.images());
    }

    private static void requireGiven(String field, Object value) {
        if (value == null) {
            throw invalid(field, "must not be null");
        }
    }

    private static void requireLeftOut(String field, Object value) {
        if (value != null) {
            throw invalid(field, "belongs to a dataset, and this job completes pictures");
        }
    }

    private static RefusedException invalid(String field, String message) {
        return RefusedException.unprocessable("validation-failed", field, message);
    }
}
