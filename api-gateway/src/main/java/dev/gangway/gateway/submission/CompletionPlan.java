package dev.gangway.gateway.submission;

import dev.gangway.artifacts.image.PictureMask;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.config.CompletionConfig;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.fault.Constraints;
import dev.gangway.gateway.job.Dataset;
import dev.gangway.gateway.job.Faults;
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
    private final Constraints constraints;
    private final CompletionConfig config;
    private final TaskSize tasks;

    CompletionPlan(
            MethodChoice methods,
            MaskCheck masks,
            PictureListing listing,
            Catalogue catalogue,
            Constraints constraints,
            GatewayConfig config) {
        this.constraints = constraints;
        this.methods = methods;
        this.masks = masks;
        this.listing = listing;
        this.catalogue = catalogue;
        this.config = config.completion();
        this.tasks = new TaskSize(this.config.imagesPerTask());
    }

    /** The completion of a dataset's images, as part of the transaction at hand. */
    JobWork.Completion images(TeamId team, CompletionRequest request) {
        Faults faults = new Faults();
        CompletionMethod method = method(faults, team, request);
        Dataset dataset = faults.read(
                () -> catalogue.dataset(team, request.dataset(), request.datasetVersion()),
                "dataset",
                "datasetVersion");
        faults.check(() -> requireFew(request), "images");
        ImageRange range =
                dataset == null ? null : faults.read(() -> range(dataset, request), "images", "from", "split");
        if (method != null && dataset != null) {
            faults.check(() -> Catalogue.requireImageSize(
                    dataset,
                    method.imageSize(),
                    "checkpoint " + method.checkpoint().id()));
        }
        faults.require();
        return new JobWork.Completion(
                method.checkpoint(),
                range,
                tasks.of(range.count()),
                request.mask(),
                method.settings(),
                request.seed(),
                request.faces());
    }

    /**
     * Where the pictures lie, as part of the transaction at hand; refuses whatever is at fault beside them. They are listed in the store when nothing
     * is: that takes a while, and leaves a list.
     */
    ObjectPath folder(TeamId team, CompletionRequest request) {
        Faults faults = new Faults();
        method(faults, team, request);
        ObjectPath folder = faults.read(() -> listing.folder(team, request.pictures()), "pictures");
        faults.require();
        return folder;
    }

    /** Lists the pictures of a job that is to come; asks the store, and is no part of any transaction. */
    PictureListing.Listed list(TeamId team, JobId job, ObjectPath folder, CompletionRequest request) {
        return listing.list(team, job, folder, request.mask() == null);
    }

    /** The completion of pictures that were listed, as part of the transaction at hand. */
    JobWork.PictureCompletion pictures(TeamId team, CompletionRequest request, PictureListing.Listed listed) {
        Faults faults = new Faults();
        CompletionMethod method = method(faults, team, request);
        faults.require();
        listing.hold(listed);
        return new JobWork.PictureCompletion(
                method.checkpoint(),
                listed.prefix(),
                listed.count(),
                tasks.of(listed.count()),
                request.mask(),
                method.settings(),
                request.seed(),
                request.faces(),
                listed.leftOut());
    }

    /** The networks; null when they are at fault. Gathers what is wrong with the mask, too, and with the request by itself. */
    private CompletionMethod method(Faults faults, TeamId team, CompletionRequest request) {
        faults.check(() -> constraints.require(request));
        CompletionMethod method = faults.read(() -> methods.of(team, request), "checkpoint");
        PictureMask mask = faults.read(() -> masks.read(request.mask()), "mask");
        if (method != null && mask != null) {
            faults.check(() -> MaskCheck.requireFits(mask, method.imageSize()));
        }
        return method;
    }

    private void requireFew(CompletionRequest request) {
        if (request.images() != null && request.images() > config.imagesPerJob()) {
            throw RefusedException.unprocessable(
                    "too-many-images", "images", "one job completes at most " + config.imagesPerJob() + " images");
        }
    }

    private static ImageRange range(Dataset dataset, CompletionRequest request) {
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
}
