package dev.gangway.local;

import dev.gangway.local.client.GangwayClient;
import dev.gangway.local.dataset.BundledImages;
import dev.gangway.local.dataset.Datasets;
import dev.gangway.local.paper.ImageSets;
import dev.gangway.local.paper.PaperRun;
import dev.gangway.local.paper.PlanText;
import dev.gangway.local.paper.RunFolder;
import dev.gangway.local.paper.plan.Experiment;
import dev.gangway.local.paper.plan.ImageSet;
import dev.gangway.local.paper.plan.Plan;
import dev.gangway.local.paper.plan.Scale;
import dev.gangway.local.paper.plan.ShippedRecipes;
import dev.gangway.local.process.Checkout;
import dev.gangway.local.process.LocalSystem;
import dev.gangway.local.terminal.StatusLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gangway paper}. */
@Command(
        name = "paper",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Runs the papers' comparisons and writes their tables.",
        description =
                "Brings the system up, imports the bundled images unless a dataset is named, trains every method as "
                        + "jobs, completes test images with every stage, and writes the tables of GoGAN and RankGAN with mean and "
                        + "standard deviation over the seeds, beside the papers' own figures. Baselines have as many critic and "
                        + "generator updates as all stages of the staged method together. Completion settings are chosen on "
                        + "validation images; whatever comes out on test images is reported.",
        footer = {
            "",
            "A run that was interrupted, however it was, goes on when the command is called again; jobs that failed are",
            "tried again. An interrupted command leaves the system running, and what is queued goes on.",
            "Results: paper/SCALE/results.json, tables.md, index.html and one CSV for each table, in the home folder.",
            "Exit codes: 0 every job succeeded, 1 some did not, 2 not understood."
        })
final class PaperCommand implements Callable<Integer> {

    private final LocalSystem system;
    private final Checkout checkout;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--experiment",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "all",
            description =
                    "completion (GoGAN Tables 2-5), margin (GoGAN Figures 5-7), generation (RankGAN Table 1), masks "
                            + "(RankGAN Table 2) or all; several with commas (default: ${DEFAULT-VALUE})")
    private List<String> experiments;

    @Option(
            names = "--scale",
            defaultValue = "small",
            description =
                    "smoke: within ten minutes, proves the plumbing and says so in every table; small: within ninety "
                            + "minutes on two cores; paper: the authors' settings, for a GPU (default: ${DEFAULT-VALUE})")
    private ScaleName scale;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description =
                    "train everything N times, with seeds from 1 (default: 1 for smoke, 2 for small, 5 for paper)")
    private Integer seeds;

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            arity = "1..*",
            description = "datasets that were imported; networks are made for the size of their images")
    private List<String> datasets = List.of();

    @Option(
            names = "--faces",
            description = "the named datasets are of faces, one each: RankGAN Table 2 says whether they are recognised")
    private boolean faces;

    @Option(names = "--plan", description = "print the jobs with their updates and an estimate, and start nothing")
    private boolean planOnly;

    @Option(names = "--restart", description = "begin anew instead of going on; jobs that run are cancelled")
    private boolean restart;

    @Option(names = "--keep", description = "leave the system running afterwards")
    private boolean keep;

    @Mixin
    private LayoutOptions layout;

    PaperCommand(LocalSystem system, Checkout checkout) {
        this.system = system;
        this.checkout = checkout;
    }

    /** What the user calls the scales. */
    private enum ScaleName {
        SMOKE,
        SMALL,
        PAPER;

        private Scale scale() {
            return switch (this) {
                case SMOKE -> Scale.smoke();
                case SMALL -> Scale.small();
                case PAPER -> Scale.paper();
            };
        }
    }

    @Override
    public Integer call() throws IOException {
        Scale chosen = scale();
        ImageSets images = new ImageSets(datasets, BundledImages.of(checkout.root()), chosen.imageSize(), faces);
        PrintWriter out = spec.commandLine().getOut();
        if (planOnly) {
            out.print(new PlanText(plan(chosen, images.assumed())).text());
            out.flush();
            return 0;
        }
        RunFolder folder = new RunFolder(system.home().folder().resolve("paper").resolve(chosen.name()));
        boolean succeeded = folder.alone(() -> new RunningSystem(system, layout, keep)
                .with(new Progress(out), gateway -> run(new GangwayClient(gateway), folder, chosen, images)));
        return succeeded ? 0 : 1;
    }

    private boolean run(GangwayClient gateway, RunFolder folder, Scale chosen, ImageSets images) throws IOException {
        StatusLine line = new StatusLine(spec.commandLine().getOut(), Boolean.getBoolean("gangway.terminal"));
        PaperRun run = new PaperRun(gateway, folder, line);
        if (restart) {
            run.forget();
        }
        return run.run(plan(chosen, images.present(new Datasets(gateway, line))));
    }

    private Scale scale() {
        if (faces && datasets.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--faces is of named datasets: the bundled images are no faces");
        }
        if (seeds != null && seeds < 1) {
            throw new ParameterException(spec.commandLine(), "--seeds must be at least 1");
        }
        return seeds == null ? scale.scale() : scale.scale().withSeeds(seeds);
    }

    private Plan plan(Scale chosen, List<ImageSet> images) {
        return Plan.of(chosen, experiments(), images, new ShippedRecipes());
    }

    private Set<Experiment> experiments() {
        try {
            return Experiment.named(experiments);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
