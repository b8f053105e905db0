package dev.gangway.benchmarks.search;

import dev.gangway.benchmarks.image.BundledImages;
import dev.gangway.benchmarks.model.ModelShelf;
import dev.gangway.contracts.recipe.Recipe;
import dev.gangway.gan.completion.CompletionSettings;
import dev.gangway.gan.completion.mask.Mask;
import dev.gangway.gan.completion.search.SearchSettings;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.image.ImageArray;
import dev.gangway.gan.training.TrainingImages;
import dev.gangway.plans.LatentSettings;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Compares the plain search for z (from a draw of the prior, a fixed number of updates, every image to the end) with one that begins
 * at the encoder's mean and lets each image leave the batch when its objective falls no more. The stop rule is chosen on validation
 * images and measured once on test images.
 *
 * @param images to learn from and to complete
 * @param models where trained networks are kept
 * @param nanoseconds the clock
 * @param progress is told what is being done
 */
public record SearchBenchmark(
        BundledImages images, ModelShelf models, LongSupplier nanoseconds, Consumer<String> progress) {

    private static final int CHOSEN = 4;

    /** Measures with the VAE and the critic of {@code recipe}. */
    public SearchReport run(Recipe recipe, Scope scope, Conditions conditions) throws IOException {
        ImageArray validation = images.validation(scope.images());
        ImageArray heldOut =
                images.validation(Math.max(scope.images(), recipe.measurements().heldOut()));
        TrainingImages training =
                new TrainingImages(images.training(), heldOut, recipe.data().horizontalFlip());
        try (TrainedModel model = models.model(recipe, training, progress)) {
            Mask mask = Mask.centreSquare(model.architecture().size(), scope.hole());
            Trial trial = new Trial(model, mask, nanoseconds);
            CompletionSettings plain = plain(recipe, scope.updates());
            progress.accept("choosing a stop rule on " + validation.count() + " validation images");
            Choice choice = Choice.among(Candidates.like(plain), plain, trial, validation);
            Contest contest = new Contest(trial, methods(plain, choice.best()));
            List<List<Trial.Outcome>> rounds =
                    contest.rounds(scope.repetitions(), images.test(scope.images()), progress);
            return new SearchReport(
                    recipe.name(),
                    scope,
                    conditions,
                    plain.objective().lambda(),
                    choice.plain().holePsnr(),
                    candidates(choice),
                    rows(contest, rounds),
                    CHOSEN);
        }
    }

    /** As the recipe says, but for start and number of updates. */
    private static CompletionSettings plain(Recipe recipe, int updates) {
        CompletionSettings own = LatentSettings.of(recipe.completion());
        return new CompletionSettings(
                own.objective(),
                Candidates.exactly(own.search(), updates),
                new CompletionSettings.FromPrior(1),
                own.blending());
    }

    /** The plain search, the chosen one, and each of their differences by itself. */
    private static List<Contest.Method> methods(CompletionSettings plain, Choice.Tried best) {
        SearchSettings leaving = best.settings().search();
        int slowest = best.outcome().mostUpdates();
        return List.of(
                new Contest.Method(
                        numbered("prior, %,d updates (plain)", plain.search().steps()), plain),
                new Contest.Method(
                        "prior, images leave",
                        new CompletionSettings(plain.objective(), leaving, plain.start(), plain.blending())),
                new Contest.Method(
                        numbered("encoder, %,d updates", plain.search().steps()),
                        Candidates.fromEncoder(plain, plain.search())),
                new Contest.Method(
                        numbered("encoder, %,d updates: as the slowest validation image", slowest),
                        Candidates.fromEncoder(plain, Candidates.exactly(leaving, slowest))),
                new Contest.Method("encoder, images leave (chosen)", best.settings()),
                new Contest.Method(
                        "encoder, no search", Candidates.fromEncoder(plain, Candidates.exactly(plain.search(), 0))));
    }

    private static String numbered(String name, int number) {
        return String.format(Locale.ROOT, name, number);
    }

    private static List<SearchReport.Candidate> candidates(Choice choice) {
        return choice.tried().stream()
                .map(one -> new SearchReport.Candidate(
                        one.settings().search().rate(),
                        one.settings().search().stop().tolerance(),
                        one.settings().search().stop().window(),
                        one.outcome().holePsnr(),
                        one.outcome().meanUpdates(),
                        choice.isAsGood(one)))
                .toList();
    }

    private static List<SearchReport.Row> rows(Contest contest, List<List<Trial.Outcome>> rounds) {
        return IntStream.range(0, rounds.size())
                .mapToObj(number -> row(contest.methods().get(number).name(), rounds.get(number), rounds.get(0)))
                .toList();
    }

    private static SearchReport.Row row(String name, List<Trial.Outcome> own, List<Trial.Outcome> plain) {
        return new SearchReport.Row(
                name,
                own.get(0).holePsnr(),
                own.get(0).meanUpdates(),
                own.get(0).mostUpdates(),
                Spread.of(own.stream().mapToDouble(Trial.Outcome::seconds)),
                Spread.of(IntStream.range(0, own.size())
                        .mapToDouble(round ->
                                own.get(round).seconds() / plain.get(round).seconds())));
    }
}
