package dev.gangway.completion.merge;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.image.GridRow;
import dev.gangway.artifacts.image.ImageGrid;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.completion.batch.TrueImages;
import dev.gangway.completion.judgement.ImageSet;
import dev.gangway.completion.judgement.JudgedImage;
import dev.gangway.completion.judgement.SetJudgement;
import dev.gangway.completion.mask.Occlusion;
import dev.gangway.completion.network.PixelLayout;
import dev.gangway.completion.report.CsvFile;
import dev.gangway.completion.report.ReportHtml;
import dev.gangway.completion.report.ReportPage;
import dev.gangway.completion.report.ReportPage.Group;
import dev.gangway.completion.report.ReportPage.Refusal;
import dev.gangway.completion.report.Selection;
import dev.gangway.completion.report.Tile;
import dev.gangway.completion.report.Tile.Captioned;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.MergeFigures;
import dev.gangway.contracts.metric.Metric.Fidelity;
import dev.gangway.evaluation.RgbImage;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The page about a job with a dataset's images, its contact sheet and its table; only the images shown are read. */
@Singleton
class JobReport {

    private static final int SHOWN = 12;
    private static final int DRAWN_SIZE = 96;

    private final CompletedImageStore store;
    private final TrueImages trueImages;
    private final JobFacts facts;
    private final DrawnImages drawn;

    JobReport(CompletedImageStore store, TrueImages trueImages, JobFacts facts, DrawnImages drawn) {
        this.store = store;
        this.drawn = drawn;
        this.trueImages = trueImages;
        this.facts = facts;
    }

    /** Writes them; returns their keys. */
    List<String> write(MergeFigures task, List<SetJudgement> sets, MergedParts parts, BooleanSupplier stop)
            throws TaskRefusedException {
        List<JudgedImage> images = parts.images();
        List<Group> groups = groups(task, images, stop);
        ReportPage page = new ReportPage(
                "Completion of " + task.images().dataset().name(),
                facts.of(task, images.size()),
                FigureRows.table(sets),
                groups,
                FigureRows.histograms(images.stream().map(JobReport::completion).toList()),
                parts.refused().stream()
                        .map(image -> new Refusal("image " + image.image(), image.reason()))
                        .toList());
        List<String> keys = new ArrayList<>(List.of(
                put(
                        task,
                        "index.html",
                        ReportHtml.of(page).getBytes(StandardCharsets.UTF_8),
                        "text/html; charset=utf-8"),
                put(task, "results.csv", table(images), "text/csv; charset=utf-8")));
        if (!groups.isEmpty()) {
            keys.add(put(task, "grid.png", PngEncoder.encode(sheet(groups)), "image/png"));
        }
        return keys;
    }

    private List<Group> groups(MergeFigures task, List<JudgedImage> images, BooleanSupplier stop)
            throws TaskRefusedException {
        Stops.check(stop);
        Map<String, List<JudgedImage>> chosen = Selection.of(images, JobReport::quality, SHOWN);
        Map<Integer, RgbImage> truths = trueImages.selected(
                task.images(),
                chosen.values().stream()
                        .flatMap(List::stream)
                        .map(JudgedImage::image)
                        .toList());
        List<Group> groups = new ArrayList<>();
        for (Map.Entry<String, List<JudgedImage>> group : chosen.entrySet()) {
            List<Tile> tiles = new ArrayList<>();
            for (JudgedImage image : group.getValue()) {
                Stops.check(stop);
                tile(task, image, truths.get(image.image())).ifPresent(tiles::add);
            }
            if (!tiles.isEmpty()) {
                groups.add(new Group(group.getKey(), tiles));
            }
        }
        return groups;
    }

    /** Nothing when there is no completed image to be shown. */
    private Optional<Tile> tile(MergeFigures task, JudgedImage image, RgbImage truth) throws TaskRefusedException {
        long seed = task.seed() == null ? 0 : task.seed();
        Occlusion occlusion = Occlusion.of(task.mask(), seed, image.image(), 1, truth.height())
                .get(0);
        RgbImage input = occlusion.fill(truth, Occlusion.grey(truth.height()));
        return drawn.of(task, image.image())
                .map(completed -> new Tile(
                        "image " + image.image(),
                        FigureRows.caption(completion(image)),
                        List.of(
                                new Captioned("truth", PixelLayout.pixelImage(truth)),
                                new Captioned("input", PixelLayout.pixelImage(input)),
                                new Captioned("completed", completed))));
    }

    private static PixelImage sheet(List<Group> groups) {
        List<GridRow> rows = new ArrayList<>();
        for (Group group : groups) {
            for (int i = 0; i < group.tiles().get(0).images().size(); i++) {
                int column = i;
                Captioned first = group.tiles().get(0).images().get(column);
                rows.add(new GridRow(
                        column == 0 ? group.title().split(" ", 2)[0] + ": " + first.caption() : first.caption(),
                        group.tiles().stream()
                                .map(tile -> tile.images().get(column).image())
                                .toList()));
            }
        }
        int scale = Math.max(1, DRAWN_SIZE / rows.get(0).images().get(0).width());
        return new ImageGrid(scale).draw(rows);
    }

    private static byte[] table(List<JudgedImage> images) {
        CsvFile csv = new CsvFile(List.of("image", "row", "psnr", "ssim", "psnr_hole", "ssim_hole"));
        for (JudgedImage image : images) {
            for (ImageSet set : ImageSet.values()) {
                Fidelity figures = image.figures().get(set);
                if (figures != null) {
                    csv.add(Arrays.asList(
                            image.image(),
                            set.label(),
                            figures.psnr(),
                            figures.ssim(),
                            figures.psnrHole(),
                            figures.ssimHole()));
                }
            }
        }
        return csv.bytes();
    }

    private static Fidelity completion(JudgedImage image) {
        return image.figures().get(ImageSet.COMPLETED);
    }

    /** A hole that is filled without a fault has no finite PSNR, and is the best. */
    private static double quality(JudgedImage image) {
        Double psnr = completion(image).psnrHole();
        return psnr == null ? Double.POSITIVE_INFINITY : psnr;
    }

    private String put(MergeFigures task, String file, byte[] content, String type) {
        return store.putReport(task.team(), task.job(), file, content, type);
    }
}
