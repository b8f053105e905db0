package dev.gangway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.gangway.testing.ReferenceFiles;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFiguresTest {

    private final ReferenceFiles reference = ReferenceFiles.read();

    @Test
    void psnrAndSsimAgreeWithScikitImage() {
        RgbImage[] truth = Images.of(reference.array("metrics.truth_u8_nhwc"));
        RgbImage[] test = Images.of(reference.array("metrics.test_u8_nhwc"));
        double[] psnr = reference.array("metrics.psnr_per_image").values();
        double[] ssim = reference.array("metrics.ssim_wang_per_image").values();

        assertThat(truth).isNotEmpty().hasSameSizeAs(psnr);
        for (int i = 0; i < truth.length; i++) {
            assertThat(Psnr.whole(truth[i], test[i])).isCloseTo(psnr[i], within(1e-6));
            Hole all = Images.hole(truth[i].height(), truth[i].width());
            assertThat(Ssim.between(truth[i], test[i], all).whole()).hasValueCloseTo(ssim[i], within(1e-6));
        }
    }

    @Test
    void aHoleThatIsTheWholeImageHasTheWholeImagesFigures() {
        ImageFigures figures = ImageFigures.of(Images.noise(32, 1), Images.noise(32, 2), Images.squareHole(32, 0, 32));

        assertThat(figures.psnrHole()).isEqualTo(figures.psnr());
        assertThat(figures.ssimHole()).hasValueCloseTo(figures.ssim().orElseThrow(), within(1e-12));
    }

    @Test
    void anErrorInTheHoleAloneIsSpreadOverTheWholeImageByItsArea() {
        RgbImage truth = Images.grey(32, 100);
        Hole hole = Images.squareHole(32, 8, 16);
        RgbImage completed = filled(truth, hole, 110);

        ImageFigures figures = ImageFigures.of(truth, completed, hole);

        assertThat(figures.psnrHole()).isCloseTo(10 * Math.log10(255 * 255 / 100.0), within(1e-12));
        assertThat(figures.psnr() - figures.psnrHole()).isCloseTo(10 * Math.log10(4), within(1e-12));
    }

    @Test
    void theHoleIsLessSimilarThanTheImageAroundIt() {
        RgbImage truth = Images.noise(32, 1);
        Hole hole = Images.squareHole(32, 8, 16);

        ImageFigures figures = ImageFigures.of(truth, filled(truth, hole, 128), hole);

        double whole = figures.ssim().orElseThrow();
        assertThat(whole).isBetween(0.3, 0.9);
        assertThat(figures.ssimHole().orElseThrow()).isLessThan(whole - 0.2);
    }

    @Test
    void identicalImagesHaveInfinitePsnrAndSsimOne() {
        RgbImage image = Images.noise(32, 3);

        ImageFigures figures = ImageFigures.of(image, image, Images.squareHole(32, 8, 16));

        assertThat(figures.psnr()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(figures.psnrHole()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(figures.ssim()).hasValue(1.0);
        assertThat(figures.ssimHole()).hasValue(1.0);
    }

    @Test
    void aHoleAtTheBorderHasNoSsimOfItsOwn() {
        RgbImage truth = Images.noise(32, 1);
        RgbImage image = Images.noise(32, 2);

        assertThat(Ssim.between(truth, image, Images.squareHole(32, 0, 5)).hole())
                .isEmpty();
        assertThat(Ssim.between(truth, image, Images.squareHole(32, 0, 6)).hole())
                .isPresent();
    }

    @ParameterizedTest(name = "at row {0} and column {1}")
    @CsvSource({"5, 5", "195, 300", "194, 300", "260, 260", "261, 261", "260, 594", "261, 300", "594, 594"})
    void theSimilarityAroundAPixelOfALargeImageIsThatOfTheWindowAlone(int row, int column) {
        RgbImage truth = Images.noise(600, 1);
        RgbImage image = filled(truth, Images.squareHole(600, 200, 390), 90);
        boolean[] missing = new boolean[600 * 600];
        missing[row * 600 + column] = true;

        Ssim alone = Ssim.between(window(truth, row, column), window(image, row, column), Images.squareHole(11, 0, 11));

        assertThat(Ssim.between(truth, image, new Hole(600, 600, missing)).hole())
                .hasValueCloseTo(alone.whole().orElseThrow(), within(1e-12));
    }

    private static RgbImage window(RgbImage image, int row, int column) {
        byte[] rgb = new byte[11 * 11 * RgbImage.CHANNELS];
        for (int line = 0; line < 11; line++) {
            int source = ((row - 5 + line) * image.width() + column - 5) * RgbImage.CHANNELS;
            System.arraycopy(image.rgb(), source, rgb, line * 11 * RgbImage.CHANNELS, 11 * RgbImage.CHANNELS);
        }
        return new RgbImage(11, 11, rgb);
    }

    @ParameterizedTest(name = "{0} by {1} pixels")
    @CsvSource({"10, 10", "1, 1", "10, 64", "64, 10", "11, 3"})
    void anImageThatIsSmallerThanTheWindowHasNoSsimAndAllOtherFigures(int height, int width) {
        RgbImage truth = new RgbImage(height, width, new byte[height * width * RgbImage.CHANNELS]);
        boolean[] missing = new boolean[height * width];
        missing[0] = true;
        Hole hole = new Hole(height, width, missing);

        ImageFigures figures = ImageFigures.of(truth, filled(truth, hole, 128), hole);

        assertThat(figures.ssim()).isEmpty();
        assertThat(figures.ssimHole()).isEmpty();
        assertThat(figures.psnrHole()).isCloseTo(20 * Math.log10(255 / 128.0), within(1e-12));
        assertThat(figures.psnr()).isFinite();
    }

    @Test
    void elevenPixelsAreEnoughForSsim() {
        assertThat(Ssim.between(Images.noise(11, 1), Images.noise(11, 2), Images.squareHole(11, 0, 11))
                        .whole())
                .isPresent();
        assertThat(Ssim.isDefinedFor(11, 11)).isTrue();
        assertThat(Ssim.isDefinedFor(11, 10)).isFalse();
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        RgbImage image = Images.grey(32, 0);

        assertThatIllegalArgumentException().isThrownBy(() -> Psnr.whole(image, Images.grey(16, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ssim.between(image, Images.grey(16, 0), Images.squareHole(32, 0, 4)));
        assertThatIllegalArgumentException().isThrownBy(() -> Psnr.hole(image, image, Images.squareHole(16, 0, 4)));
        assertThatIllegalArgumentException().isThrownBy(() -> Ssim.between(image, image, Images.squareHole(16, 6, 4)));
    }

    @Test
    void aMaskWithoutAMissingPixelIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Hole(4, 4, new boolean[16]));
    }

    private static RgbImage filled(RgbImage image, Hole hole, int level) {
        byte[] rgb = image.rgb().clone();
        for (int pixel = 0; pixel < hole.missing().length; pixel++) {
            if (hole.missing()[pixel]) {
                Arrays.fill(rgb, pixel * RgbImage.CHANNELS, (pixel + 1) * RgbImage.CHANNELS, (byte) level);
            }
        }
        return new RgbImage(image.height(), image.width(), rgb);
    }
}
