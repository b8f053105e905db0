package dev.gangway.local.demo;

import java.util.List;
import java.util.Locale;

/** The rows as a table of text. */
record ResultTable(List<StageRow> rows) {

    private static final String HEADER = "               whole image        hole only          set against truth\n"
            + "                PSNR   SSIM      PSNR   SSIM      FID      KID  images  features";

    String text() {
        StringBuilder table = new StringBuilder(HEADER);
        for (StageRow row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "%n%-13s %6s %6s    %6s %6s  %7s%s %7s%s %6d  %s",
                    row.heading(),
                    figure("%.2f", row.psnr()),
                    figure("%.3f", row.ssim()),
                    figure("%.2f", row.psnrHole()),
                    figure("%.3f", row.ssimHole()),
                    figure("%.1f", row.fid()),
                    row.fid() == null || row.fidReliable() ? " " : "*",
                    figure("%.3f", row.kid()),
                    row.kid() == null || row.kidReliable() ? " " : "+",
                    row.samples(),
                    row.extractor()));
        }
        if (rows.stream().anyMatch(row -> row.fid() != null && !row.fidReliable())) {
            table.append(String.format(
                    Locale.ROOT, "%n%n* FID needs twice as many images as features: with fewer, read KID."));
        }
        if (rows.stream().anyMatch(row -> row.kid() != null && !row.kidReliable())) {
            table.append(
                    String.format(Locale.ROOT, "%n%n+ Distances over fewer than 50 images are not to be trusted."));
        }
        return table.toString();
    }

    static String figure(String pattern, Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, pattern, value);
    }
}
