package dev.gangway.benchmarks.model;

import ai.djl.Device;
import dev.gangway.artifacts.store.ContentHash;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.training.NetworkRole;
import dev.gangway.gan.training.RankedSettings;
import dev.gangway.gan.training.Snapshot;
import dev.gangway.gan.training.StagePlan;
import dev.gangway.gan.training.StopSignal;
import dev.gangway.gan.training.TrainingImages;
import dev.gangway.gan.training.TrainingObserver;
import dev.gangway.gan.training.TrainingOutcome;
import dev.gangway.gan.training.TrainingRun;
import dev.gangway.plans.StagePlans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A folder of trained networks. Each is called after its plan and its images, so that a recipe that changed is trained anew.
 *
 * @param folder need not be there
 * @param device what trains, and what the networks are loaded to
 */
public record ModelShelf(Path folder, Device device) {

    private static final List<NetworkRole> PARTS =
            List.of(NetworkRole.GENERATOR, NetworkRole.DISCRIMINATOR, NetworkRole.ENCODER);

    /**
     * The networks of {@code recipe} as its stages before the first ranked one leave them; the caller closes them.
     *
     * @param progress is told what takes long
     * @throws IllegalStateException when the training does not come to its end
     */
    public TrainedModel model(Recipe recipe, TrainingImages images, Consumer<String> progress) throws IOException {
        StagePlan plan = unranked(StagePlans.of(recipe, images.training().count()));
        Path place = folder.resolve(recipe.name() + "-" + digest(plan, images));
        if (!Files.isDirectory(place)) {
            progress.accept("training " + recipe.name() + ", kept in " + place);
            keep(trained(plan, images), place);
        }
        Map<String, byte[]> parts = new HashMap<>();
        for (NetworkRole role : PARTS) {
            parts.put(role.part(), Files.readAllBytes(file(place, role)));
        }
        return TrainedModel.load(device, plan.architecture(), parts);
    }

    private static StagePlan unranked(StagePlan plan) {
        return new StagePlan(
                plan.architecture(),
                plan.computation(),
                plan.measurement(),
                plan.stages().stream()
                        .takeWhile(stage -> !(stage instanceof RankedSettings))
                        .toList());
    }

    private Snapshot trained(StagePlan plan, TrainingImages images) {
        try (TrainingRun run = TrainingRun.start(plan, images, device)) {
            TrainingOutcome outcome = run.run(TrainingObserver.NONE, StopSignal.NEVER);
            if (!(outcome instanceof TrainingOutcome.Finished)) {
                throw new IllegalStateException("the training ended with " + outcome);
            }
            return run.state().snapshot();
        }
    }

    /** Writes everything beside {@code place} first: a training that is interrupted leaves nothing that looks like networks. */
    private void keep(Snapshot snapshot, Path place) throws IOException {
        Path written = Files.createTempDirectory(Files.createDirectories(folder), "unfinished-");
        for (NetworkRole role : PARTS) {
            Files.write(file(written, role), snapshot.part(role.part()));
        }
        Files.move(written, place);
    }

    private static Path file(Path place, NetworkRole role) {
        return place.resolve(role.part() + ".safetensors");
    }

    /** The plan is a record of records: its text names every setting. */
    private static String digest(StagePlan plan, TrainingImages images) {
        String what = plan + " of " + images.training().count() + " images, flipped: " + images.horizontalFlip();
        return ContentHash.of(what.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 12);
    }
}
