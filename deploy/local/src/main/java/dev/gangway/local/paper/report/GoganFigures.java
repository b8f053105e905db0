package dev.gangway.local.paper.report;

import static dev.gangway.local.paper.table.PublishedTable.row;

import dev.gangway.local.paper.table.PublishedTable;
import java.util.List;

/** What GoGAN's authors report: Tables 2 to 5 of "GoGAN: Gang of GANs". */
final class GoganFigures {

    private static final List<String> SQUARES = List.of("9 %", "25 %", "49 %", "64 %", "81 %");
    private static final String CELEBA = "CelebA, 64x64";
    private static final String BEDROOM = "LSUN Bedroom, 64x64";
    private static final String CIFAR = "CIFAR-10, 64x64";

    /** PSNR in dB of whole images, Tables 2-4. */
    static final List<PublishedTable> PSNR = List.of(
            new PublishedTable(
                    "GoGAN Table 2, PSNR",
                    CELEBA,
                    SQUARES,
                    List.of(
                            row("Occluded", "23.80 19.18 15.96 14.63 13.41"),
                            row("WGAN", "27.26 22.18 18.57 16.93 14.65"),
                            row("Stage-1 GoGAN", "27.11 22.27 18.46 16.73 14.63"),
                            row("Stage-2 GoGAN", "27.66 22.84 18.77 16.96 14.94"))),
            new PublishedTable(
                    "GoGAN Table 3, PSNR",
                    BEDROOM,
                    SQUARES,
                    List.of(
                            row("Occluded", "22.89 18.15 15.15 14.07 13.08"),
                            row("WGAN", "24.22 18.80 15.44 14.10 12.23"),
                            row("Stage-1 GoGAN", "24.28 18.92 15.49 14.07 12.87"),
                            row("Stage-2 GoGAN", "24.34 18.71 15.55 14.32 13.31"))),
            new PublishedTable(
                    "GoGAN Table 4, PSNR",
                    CIFAR,
                    SQUARES,
                    List.of(
                            row("Occluded", "23.19 18.38 15.05 13.81 12.70"),
                            row("WGAN", "22.45 16.76 13.73 12.90 12.17"),
                            row("Stage-1 GoGAN", "23.42 17.68 14.13 13.78 11.83"),
                            row("Stage-2 GoGAN", "23.68 18.09 14.31 12.90 12.26"))));

    /** SSIM of whole images, Tables 2-4. */
    static final List<PublishedTable> SSIM = List.of(
            new PublishedTable(
                    "GoGAN Table 2, SSIM",
                    CELEBA,
                    SQUARES,
                    List.of(
                            row("Occluded", "0.8679 0.6498 0.3403 0.1578 0.0510"),
                            row("WGAN", "0.8985 0.7302 0.4991 0.3488 0.1820"),
                            row("Stage-1 GoGAN", "0.8985 0.7385 0.4887 0.3370 0.1847"),
                            row("Stage-2 GoGAN", "0.9026 0.7453 0.5017 0.3480 0.1963"))),
            new PublishedTable(
                    "GoGAN Table 3, SSIM",
                    BEDROOM,
                    SQUARES,
                    List.of(
                            row("Occluded", "0.8681 0.6504 0.3330 0.1560 0.0505"),
                            row("WGAN", "0.8825 0.6840 0.4025 0.2449 0.1384"),
                            row("Stage-1 GoGAN", "0.8832 0.6909 0.4100 0.2459 0.1295"),
                            row("Stage-2 GoGAN", "0.8835 0.6836 0.4071 0.2475 0.1431"))),
            new PublishedTable(
                    "GoGAN Table 4, SSIM",
                    CIFAR,
                    SQUARES,
                    List.of(
                            row("Occluded", "0.8655 0.6484 0.3207 0.1354 0.0405"),
                            row("WGAN", "0.8702 0.6690 0.3901 0.2327 0.1317"),
                            row("Stage-1 GoGAN", "0.8777 0.6723 0.3904 0.1980 0.1152"),
                            row("Stage-2 GoGAN", "0.8781 0.6806 0.3877 0.2313 0.1034"))));

    /** Table 5, averaged over ten runs. */
    static final PublishedTable TABLE_5 = new PublishedTable(
            "GoGAN Table 5",
            "50K-SSFF faces, 64x64, 5000 test images, 10 runs",
            List.of("SSIM 25 %", "SSIM 49 %", "PSNR 25 %", "PSNR 49 %"),
            List.of(
                    row("Occluded", "0.6491 0.3441 19.5962 16.4536"),
                    row("WGAN", "0.7826 0.5725 24.8892 21.2361"),
                    row("Stage-1 GoGAN", "0.7908 0.5857 25.5998 21.8653"),
                    row("Stage-2 GoGAN", "0.7966 0.5963 25.7065 22.0040")));

    private GoganFigures() {}
}
