package dev.gangway.completion.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.completion.TaskClaim;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.StoreSettings;
import dev.gangway.completion.batch.TaskObjects;
import dev.gangway.completion.judgement.ImageSet;
import dev.gangway.completion.judgement.JudgedImage;
import dev.gangway.completion.judgement.JudgedPart;
import dev.gangway.completion.judgement.RefusedImage;
import dev.gangway.completion.judgement.SetJudge;
import dev.gangway.completion.judgement.SetJudgement;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.completion.CompletionTask.MergeFigures;
import dev.gangway.contracts.completion.Split;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.metric.Metric.Fidelity;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.MaskRecipe;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.CheckpointReference;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.Endpoints;
import dev.gangway.evaluation.ClassStatistics;
import dev.gangway.evaluation.EmbeddingMatcher;
import dev.gangway.evaluation.FaceMatcher;
import dev.gangway.evaluation.FeatureExtractor;
import dev.gangway.evaluation.ImageFeatures;
import dev.gangway.evaluation.RgbImage;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;

class MergedPartsTest {

    private static final int FIRST = 100;
    private static final int COUNT = 60;
    private static final int DIMENSION = 24;
    private static final String EXTRACTOR = "drawn";
    private static final List<FaceMatcher> MATCHERS = List.of(EmbeddingMatcher.cosine(new Drawn()));

    private final CompletedImageStore store = new CompletedImageStore(store());
    private final TaskObjects objects = new TaskObjects(store);
    private final List<JudgedPart> images = images();

    @Test
    void theFiguresOfAJobDoNotDependOnHowItWasCut() throws TaskRefusedException {
        List<SetJudgement> whole = judged(parts(COUNT));
        List<String> uneven = parts(1, 30, 7, 2, 20);
        Collections.reverse(uneven);

        RecursiveComparisonConfiguration toSixDigits = new RecursiveComparisonConfiguration();
        toSixDigits.registerComparatorForType(new DoubleComparator(1e-6), Double.class);
        assertThat(judged(uneven)).usingRecursiveComparison(toSixDigits).isEqualTo(whole);
        assertThat(judged(parts(20, 20, 20)))
                .usingRecursiveComparison(toSixDigits)
                .isEqualTo(whole);
        assertThat(whole).hasSize(ImageSet.values().length).allSatisfy(judgement -> {
            assertThat(judgement.inceptionScore()).isGreaterThan(1);
            assertThat(judgement.faces().get(0).impostors()).isEqualTo(COUNT * (COUNT - 1));
        });
        assertThat(whole.get(1).distances().fid()).isPositive();
    }

    @Test
    void aJobWithoutAllItsImagesIsRefused() {
        assertRefused("parts-incomplete", parts(20, 20));
        assertRefused("parts-missing-object", "part-missing", List.of("completions/default/nowhere/figures.json"));
        List<String> twice = parts(30, 30);
        twice.add(twice.get(0));
        assertRefused("parts-incomplete", twice);
    }

    @Test
    void imagesThatCouldNotBeCompletedAreLeftOutOfTheFiguresAndNamed() throws TaskRefusedException {
        RefusedImage first = RefusedImage.diverged(FIRST);
        RefusedImage last = RefusedImage.diverged(FIRST + COUNT - 1);
        String some = objects.putPart(
                new TaskClaim(TeamId.DEFAULT, JobId.random(), 0, 1),
                EXTRACTOR,
                JudgedPart.joined(images.subList(1, COUNT - 1)),
                List.of(first));
        String none = objects.putPart(
                new TaskClaim(TeamId.DEFAULT, JobId.random(), 1, 1),
                EXTRACTOR,
                JudgedPart.joined(List.of()),
                List.of(last));

        MergedParts merged = MergedParts.read(objects, merge(List.of(none, some)));

        assertThat(merged.refused()).containsExactly(first, last);
        assertThat(judged(List.of(some, none)))
                .allSatisfy(
                        judgement -> assertThat(judgement.distances().samples()).isEqualTo(COUNT - 2));
        assertRefused("parts-incomplete", List.of(some));
    }

    @Test
    void aMergeThatIsStoppedHasNoFigures() throws TaskRefusedException {
        MergedParts merged = MergedParts.read(objects, merge(parts(COUNT)));
        assertThat(new SetJudge(EXTRACTOR, List.of()).judge(merged.images(), merged, () -> true))
                .isEmpty();
    }

    @Test
    void featuresOfAnotherClaimAreRefused() throws TaskRefusedException {
        JobId job = JobId.random();
        TaskClaim claim = new TaskClaim(TeamId.DEFAULT, job, 0, 1);
        String key = objects.putPart(claim, EXTRACTOR, JudgedPart.joined(images));
        store.putTaskObject(claim, "features-drawn-truth.f32", new byte[8], "application/octet-stream");
        MergedParts parts = MergedParts.read(objects, merge(List.of(key)));

        assertThatThrownBy(() -> parts.rows(EXTRACTOR, ImageSet.TRUTH))
                .isInstanceOfSatisfying(
                        TaskRefusedException.class, e -> assertThat(e.code()).isEqualTo("part-corrupt"));
    }

    private void assertRefused(String code, List<String> parts) {
        assertRefused(code, code, parts);
    }

    private void assertRefused(String what, String code, List<String> parts) {
        assertThatThrownBy(() -> judged(parts))
                .as(what)
                .isInstanceOfSatisfying(
                        TaskRefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private List<SetJudgement> judged(List<String> parts) throws TaskRefusedException {
        MergedParts merged = MergedParts.read(objects, merge(parts));
        return new SetJudge(merged.extractor(), MATCHERS)
                .judge(merged.images(), merged, () -> false)
                .orElseThrow();
    }

    /** Stores the first images as parts of these sizes; returns their keys. */
    private List<String> parts(int... sizes) {
        JobId job = JobId.random();
        List<String> keys = new ArrayList<>();
        int from = 0;
        for (int task = 0; task < sizes.length; task++) {
            JudgedPart part = JudgedPart.joined(images.subList(from, from + sizes[task]));
            keys.add(objects.putPart(new TaskClaim(TeamId.DEFAULT, job, task, 1), EXTRACTOR, part));
            from += sizes[task];
        }
        return keys;
    }

    private static List<JudgedPart> images() {
        SplittableRandom random = new SplittableRandom(11);
        List<JudgedPart> images = new ArrayList<>();
        for (int image = FIRST; image < FIRST + COUNT; image++) {
            Map<ImageSet, Fidelity> figures = new EnumMap<>(ImageSet.class);
            Map<ImageSet, List<float[]>> features = new EnumMap<>(ImageSet.class);
            Map<ImageSet, ClassStatistics> classes = new EnumMap<>(ImageSet.class);
            for (ImageSet set : ImageSet.values()) {
                double first = random.nextDouble();
                float[] probabilities = {(float) first, (float) (1 - first)};
                classes.put(
                        set, ClassStatistics.of(EXTRACTOR, List.of(new ImageFeatures(new float[0], probabilities))));
                features.put(set, List.of(row(random)));
                Double psnr = random.nextInt(10) == 0 ? null : (Double) random.nextDouble(10, 40);
                figures.put(set, new Fidelity(psnr, random.nextDouble(), psnr, random.nextDouble()));
            }
            images.add(new JudgedPart(List.of(new JudgedImage(image, figures)), Map.of(EXTRACTOR, features), classes));
        }
        return images;
    }

    private static float[] row(SplittableRandom random) {
        float[] row = new float[DIMENSION];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) random.nextGaussian();
        }
        return row;
    }

    private static MergeFigures merge(List<String> parts) {
        CheckpointId checkpoint = new CheckpointId(UUID.randomUUID(), 1, 1, 1);
        return new MergeFigures(
                JobId.random(),
                TeamId.DEFAULT,
                1,
                1,
                new ImageRange(new DatasetReference(TeamId.DEFAULT, "drawn", 1), Split.TEST, FIRST, COUNT),
                new CheckpointReference(TeamId.DEFAULT, "drawn", checkpoint),
                MaskRecipe.centreSquare(25),
                new CompletionSettings(0.1, 1, 0.05, CompletionSettings.Start.ENCODER),
                parts,
                0L,
                true);
    }

    private static ObjectStore store() {
        Endpoints.Store store = EmbeddedProcess.shared().store();
        return ObjectStore.open(new StoreSettings(
                URI.create(store.endpoint()), store.accessKey(), store.secretKey(), store.bucket(), "us-east-1"));
    }

    /** Has described the images before they were stored. */
    private static final class Drawn implements FeatureExtractor {

        @Override
        public String name() {
            return EXTRACTOR;
        }

        @Override
        public String preparation() {
            return "drawn";
        }

        @Override
        public int dimension() {
            return DIMENSION;
        }

        @Override
        public List<ImageFeatures> extract(List<RgbImage> images) {
            throw new UnsupportedOperationException("rows are drawn");
        }

        @Override
        public void close() {}
    }
}
