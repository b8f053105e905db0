package dev.gangway.completion.merge;

import dev.gangway.artifacts.completion.CompletedImageStore;
import dev.gangway.artifacts.picture.Picture;
import dev.gangway.artifacts.picture.PictureLists;
import dev.gangway.artifacts.picture.UploadNotes;
import dev.gangway.completion.judgement.ImageSet;
import dev.gangway.completion.judgement.JudgedImage;
import dev.gangway.completion.judgement.SetJudgement;
import dev.gangway.completion.picture.PictureOutcome;
import dev.gangway.completion.picture.PictureThumbnails;
import dev.gangway.completion.report.CsvFile;
import dev.gangway.completion.report.ReportHtml;
import dev.gangway.completion.report.ReportPage;
import dev.gangway.completion.report.ReportPage.Group;
import dev.gangway.completion.report.ReportPage.Refusal;
import dev.gangway.completion.report.Tile;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.MergePictures;
import dev.gangway.contracts.completion.CompletionTask.PictureRange;
import dev.gangway.contracts.metric.Metric.Fidelity;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page about a job with users' own pictures, and its table; only the pictures shown are read. */
@Singleton
class PictureReport {

    private static final int SHOWN = 24;
    private static final int REFUSALS = 500;

    private final CompletedImageStore store;
    private final PictureLists lists;
    private final PictureThumbnails thumbnails;
    private final JobFacts facts;

    PictureReport(CompletedImageStore store, PictureLists lists, PictureThumbnails thumbnails, JobFacts facts) {
        this.store = store;
        this.lists = lists;
        this.thumbnails = thumbnails;
        this.facts = facts;
    }

    /** Writes them; returns their keys. */
    List<String> write(
            MergePictures task,
            List<PictureOutcome> outcomes,
            List<SetJudgement> sets,
            List<JudgedImage> judged,
            UploadNotes besides,
            BooleanSupplier stop)
            throws TaskRefusedException {
        Map<Integer, Fidelity> figures = judged.stream()
                .collect(Collectors.toMap(
                        JudgedImage::image, image -> image.figures().get(ImageSet.COMPLETED)));
        List<PictureOutcome.Completed> completed = of(outcomes, PictureOutcome.Completed.class);
        ReportPage page = new ReportPage(
                "Completed pictures",
                facts.of(task, completed.size()),
                FigureRows.table(sets),
                List.of(shown(task, completed, figures, stop)),
                FigureRows.histograms(List.copyOf(figures.values())),
                refusals(outcomes, besides));
        return List.of(
                put(
                        task,
                        "index.html",
                        ReportHtml.of(page).getBytes(StandardCharsets.UTF_8),
                        "text/html; charset=utf-8"),
                put(task, "results.csv", table(outcomes, figures), "text/csv; charset=utf-8"));
    }

    private static List<Refusal> refusals(List<PictureOutcome> outcomes, UploadNotes besides) {
        Stream<Refusal> refused = of(outcomes, PictureOutcome.Refused.class).stream()
                .map(outcome -> new Refusal(outcome.name(), outcome.reason()));
        Stream<Refusal> leftOut = besides.leftOut().stream().map(file -> new Refusal(file.name(), file.reason()));
        Stream<Refusal> notices = besides.notices().stream()
                .map(notice -> new Refusal(
                        notice.files() + " files, such as " + notice.names().get(0), notice.message()));
        return Stream.of(refused, leftOut, notices)
                .flatMap(Function.identity())
                .limit(REFUSALS)
                .toList();
    }

    private Group shown(
            MergePictures task,
            List<PictureOutcome.Completed> completed,
            Map<Integer, Fidelity> figures,
            BooleanSupplier stop)
            throws TaskRefusedException {
        List<Tile> tiles = new ArrayList<>();
        for (PictureOutcome.Completed outcome : completed.subList(0, Math.min(SHOWN, completed.size()))) {
            Stops.check(stop);
            Picture picture = lists.read(task.team(), task.job(), new PictureRange(outcome.picture(), 1))
                    .get(0);
            Fidelity fidelity = figures.get(outcome.picture());
            List<String> caption = new ArrayList<>(List.of(
                    outcome.width() + "×" + outcome.height(),
                    outcome.missing() == 0 ? "nothing was missing" : outcome.missing() + " pixels were missing"));
            caption.addAll(fidelity == null ? List.of() : FigureRows.caption(fidelity));
            caption.addAll(outcome.notes());
            tiles.add(new Tile(outcome.name(), caption, thumbnails.of(task, outcome.picture(), picture, stop)));
        }
        String title = completed.size() > tiles.size() ? "The first " + tiles.size() + " pictures" : "Pictures";
        return new Group(title, tiles);
    }

    private static byte[] table(List<PictureOutcome> outcomes, Map<Integer, Fidelity> figures) {
        CsvFile csv = new CsvFile(List.of(
                "image",
                "name",
                "outcome",
                "reason",
                "width",
                "height",
                "missing",
                "psnr",
                "ssim",
                "psnr_hole",
                "ssim_hole",
                "notes"));
        for (PictureOutcome outcome : outcomes) {
            if (outcome instanceof PictureOutcome.Completed done) {
                Fidelity of = figures.getOrDefault(done.picture(), new Fidelity(null, null, null, null));
                csv.add(Arrays.asList(
                        done.picture(),
                        done.name(),
                        "completed",
                        null,
                        done.width(),
                        done.height(),
                        done.missing(),
                        of.psnr(),
                        of.ssim(),
                        of.psnrHole(),
                        of.ssimHole(),
                        done.notes().isEmpty() ? null : String.join(" ", done.notes())));
            } else if (outcome instanceof PictureOutcome.Refused refused) {
                csv.add(Arrays.asList(
                        refused.picture(),
                        refused.name(),
                        "refused",
                        refused.reason(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
            }
        }
        return csv.bytes();
    }

    private static <T extends PictureOutcome> List<T> of(List<PictureOutcome> outcomes, Class<T> type) {
        return outcomes.stream()
                .filter(type::isInstance)
                .map((Function<PictureOutcome, T>) type::cast)
                .toList();
    }

    private String put(MergePictures task, String file, byte[] content, String type) {
        return store.putReport(task.team(), task.job(), file, content, type);
    }
}
