package dev.gangway.completion.merge;

import dev.gangway.completion.judgement.SetJudgement;
import dev.gangway.completion.report.FigureTable;
import dev.gangway.completion.report.Histogram;
import dev.gangway.contracts.metric.Metric.Distances;
import dev.gangway.contracts.metric.Metric.Fidelity;
import dev.gangway.evaluation.FaceVerification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** Figures as people read them. */
final class FigureRows {

    private static final String NONE = "–";

    private FigureRows() {}

    /** The table of all sets. */
    static FigureTable table(List<SetJudgement> sets) {
        if (sets.isEmpty()) {
            return FigureTable.NONE;
        }
        List<FaceVerification> matchers = sets.get(0).faces();
        Distances distances = sets.get(0).distances();
        List<String> columns = new ArrayList<>(List.of(
                "filled with",
                "PSNR, dB",
                "SSIM",
                "hole PSNR, dB",
                "hole SSIM",
                called("FID", distances.extractor()),
                called("KID", distances.extractor()),
                called("Inception Score", distances.extractor())));
        matchers.forEach(
                matcher -> columns.addAll(List.of(matcher.matcher() + " similarity", matcher.matcher() + " AUC")));
        return new FigureTable(columns, sets.stream().map(FigureRows::row).toList(), note(sets));
    }

    /** One image's figures, for a caption. */
    static List<String> caption(Fidelity figures) {
        return List.of(
                "PSNR " + number(figures.psnr(), 2),
                "SSIM " + number(figures.ssim(), 3),
                "hole " + number(figures.psnrHole(), 2) + " / " + number(figures.ssimHole(), 3));
    }

    /** How the figures of completed images are distributed. */
    static List<Histogram> histograms(List<Fidelity> images) {
        List<Histogram> histograms = new ArrayList<>();
        add(histograms, "PSNR, dB", images, Fidelity::psnr);
        add(histograms, "SSIM", images, Fidelity::ssim);
        add(histograms, "PSNR of the hole, dB", images, Fidelity::psnrHole);
        add(histograms, "SSIM of the hole", images, Fidelity::ssimHole);
        return histograms;
    }

    private static void add(
            List<Histogram> histograms, String title, List<Fidelity> images, Function<Fidelity, Double> figure) {
        double[] values = images.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToDouble(value -> value)
                .toArray();
        if (values.length > 1) {
            histograms.add(Histogram.of(title, values));
        }
    }

    private static List<String> row(SetJudgement set) {
        Fidelity means = set.fidelity().means();
        Distances distances = set.distances();
        List<String> row = new ArrayList<>(List.of(
                set.set().label(),
                number(means.psnr(), 2),
                number(means.ssim(), 3),
                number(means.psnrHole(), 2),
                number(means.ssimHole(), 3),
                number(distances.fid(), 2) + (distances.fid() != null && !distances.fidReliable() ? " *" : ""),
                number(distances.kid(), 4) + (isTrusted(distances) ? "" : " †"),
                number(set.inceptionScore(), 3)));
        for (FaceVerification face : set.faces()) {
            row.add(number(face.similarity().mean(), 3));
            row.add(number(face.auc(), 4));
        }
        return row;
    }

    /** Whether there is no distance, or one of images enough. */
    private static boolean isTrusted(Distances distances) {
        return distances.kid() == null || Boolean.TRUE.equals(distances.kidReliable());
    }

    private static String note(List<SetJudgement> sets) {
        Distances distances = sets.get(sets.size() - 1).distances();
        StringBuilder note = new StringBuilder(distances.samples()
                + " images against the truth; PSNR and SSIM are means over images, data range 255.");
        if (distances.fid() != null && !distances.fidReliable()) {
            note.append(" * FID of so few images is unreliable").append(isTrusted(distances) ? ": trust KID." : ".");
        }
        if (!isTrusted(distances)) {
            note.append(" † Distances over fewer than 50 images are not to be trusted.");
        }
        return note.toString();
    }

    /** The standard network alone gives figures their plain names. */
    private static String called(String figure, String extractor) {
        return extractor.equals("inception") ? figure : figure + " (" + extractor + ")";
    }

    private static String number(Double value, int digits) {
        return value == null || !Double.isFinite(value) ? NONE : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
