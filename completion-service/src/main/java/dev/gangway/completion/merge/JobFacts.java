package dev.gangway.completion.merge;

import dev.gangway.artifacts.checkpoint.CheckpointDescription;
import dev.gangway.artifacts.checkpoint.CheckpointStore;
import dev.gangway.completion.report.ReportPage.Fact;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.completion.CompletionTask.MergeFigures;
import dev.gangway.contracts.completion.CompletionTask.MergePictures;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.CompletionSettings.Blending;
import dev.gangway.contracts.recipe.StageKind;
import dev.gangway.contracts.training.CheckpointReference;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a reader has to know of a job to understand its figures. */
@Singleton
class JobFacts {

    private static final String WITHOUT_CRITIC =
            "a VAE has no critic: what fits the visible pixels is sought (λ 0), and nothing says whether it looks real";

    private final CheckpointStore checkpoints;

    JobFacts(CheckpointStore checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** Of a job with a dataset's images. */
    List<Fact> of(MergeFigures task, int images) {
        ImageRange range = task.images();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Job", task.job().toString()));
        facts.addAll(method(task.checkpoint()));
        facts.add(new Fact(
                "Images",
                String.format(
                        Locale.ROOT,
                        "%d of %s, version %d, %s split, from %d on",
                        images,
                        range.dataset().name(),
                        range.dataset().version(),
                        range.split().name().toLowerCase(Locale.ROOT),
                        range.from())));
        facts.add(new Fact(
                "Mask", words(task.mask().toString()) + ", seed " + Objects.requireNonNullElse(task.seed(), 0L)));
        facts.addAll(search(task.settings()));
        return facts;
    }

    /** Of a job with users' own pictures. */
    List<Fact> of(MergePictures task, int completed) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Job", task.job().toString()));
        facts.addAll(method(task.checkpoint()));
        facts.add(new Fact("Pictures", completed + " of " + task.pictures().count() + " completed"));
        facts.add(new Fact(
                "Mask",
                task.mask() == null ? "each picture's own" : words(task.mask().toString())));
        facts.addAll(search(task.settings().blendedBy(Blending.POISSON)));
        return facts;
    }

    private List<Fact> method(CheckpointReference checkpoint) {
        CheckpointDescription description = checkpoints.manifest(checkpoint).description();
        String recipe = description.recipe().path("name").asText("unknown");
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact(
                        "Method",
                        "recipe " + recipe + ", stage " + checkpoint.id().stage()),
                new Fact("Checkpoint", checkpoint.model() + ", " + checkpoint.id())));
        if (description.stageKind() == StageKind.VAE) {
            facts.add(new Fact("Limits", WITHOUT_CRITIC));
        }
        return facts;
    }

    private static List<Fact> search(CompletionSettings settings) {
        List<String> parts = new ArrayList<>(List.of(
                "at most " + settings.steps() + " updates of z",
                "rate " + settings.learningRate(),
                "λ " + settings.lambda(),
                "start from the " + words(settings.start().name())));
        add(parts, "starts", settings.starts());
        add(parts, "optimizer", settings.optimizer());
        add(parts, "clipped to", settings.clip());
        add(parts, "perceptual loss", settings.perceptual());
        add(parts, "SSIM term", settings.similarity());
        add(parts, "blending", settings.blending());
        if (settings.stop() != null) {
            parts.add(String.format(
                    Locale.ROOT,
                    "stops when the loss falls by less than %s in %d updates, after %d at the earliest",
                    settings.stop().tolerance(),
                    settings.stop().window(),
                    settings.stop().minimum()));
        }
        return List.of(new Fact("Search", String.join(", ", parts)));
    }

    private static void add(List<String> parts, String name, Object value) {
        if (value != null) {
            parts.add(name + " " + (value instanceof Enum<?> constant ? words(constant.name()) : value));
        }
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
