package dev.gangway.local.paper.report;

import static dev.gangway.local.paper.table.PublishedTable.row;

import dev.gangway.local.paper.table.PublishedTable;
import java.util.ArrayList;
import java.util.List;

/** What RankGAN's authors report: Tables 1 and 2 of "RankGAN: A Maximum Margin Ranking GAN for Generating Faces". */
final class RankganFigures {

    /** Table 1. */
    static final PublishedTable TABLE_1 = new PublishedTable(
            "RankGAN Table 1",
            "CelebA, 64x64",
            List.of(
                    "with encoder: FID",
                    "with encoder: Inception Score",
                    "without encoder: FID",
                    "without encoder: Inception Score"),
            List.of(
                    row("Real", "N/A 2.51 N/A 2.51"),
                    row("Stage-1", "122.17 1.54 140.45 1.54"),
                    row("Stage-2", "60.45 1.78 75.53 1.75"),
                    row("Stage-3", "46.01 1.89 63.34 1.91")));

    /** Table 2; the area under the curve of both face matchers in brackets. */
    static final PublishedTable TABLE_2 = new PublishedTable(
            "RankGAN Table 2",
            "CelebA, 64x64, mask Center Large",
            List.of("FID", "Inception", "PSNR", "SSIM", "OpenFace (AUC)", "PittPatt (AUC)"),
            List.of(
                    matched("Original", "N/A 2.3286 N/A N/A", "1.0000 (0.9965)", "19.6092 (0.9109)"),
                    matched("Stage-1", "27.09 2.1524 22.76 0.7405", "0.6726 (0.9724)", "10.2502 (0.7134)"),
                    matched("Stage-2", "23.69 2.1949 21.87 0.7267", "0.6771 (0.9573)", "9.9718 (0.8214)"),
                    matched("Stage-3", "27.31 2.2846 23.30 0.7493", "0.6789 (0.9749)", "10.4102 (0.7922)"),
                    matched("WGAN", "17.03 2.2771 23.26 0.7362", "0.5554 (0.9156)", "8.1031 (0.7373)"),
                    matched("LSGAN", "23.93 2.2636 23.11 0.7361", "0.6676 (0.9659)", "10.1482 (0.7154)")));

    private RankganFigures() {}

    private static PublishedTable.Row matched(String label, String figures, String openFace, String pittPatt) {
        List<String> values = new ArrayList<>(row(label, figures).values());
        values.add(openFace);
        values.add(pittPatt);
        return new PublishedTable.Row(label, values);
    }
}
