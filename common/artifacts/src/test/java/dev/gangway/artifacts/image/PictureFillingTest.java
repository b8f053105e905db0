package dev.gangway.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.artifacts.image.format.ColourProfile;
import dev.gangway.testing.SampleCases;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not missing comes back as it was. */
class PictureFillingTest {

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource({"fidelity-rgba.zip, 4, 8", "fidelity-rgb16.zip, 3, 16", "fidelity-icc.zip, 3, 8"})
    void aPictureKeepsItsChannelsBitsAndProfileAndEveryVisibleSample(String archive, int channels, int bits)
            throws Exception {
        byte[] file = SampleCases.files(archive).get("images/a.png");
        DecodedPicture sent = open(file);
        PictureMask missing = Pictures.missing(48, 64, new Crop(20, 10, 16, 12));

        DecodedPicture back = open(PictureEncoder.png(filled(open(file).samples(), missing, 0), sent.profile()));

        assertThat(back.samples().channels()).isEqualTo(channels);
        assertThat(back.samples().bits()).isEqualTo(bits);
        assertThat(back.profile().map(profile -> HexFormat.of().formatHex(profile.content())))
                .isEqualTo(sent.profile().map(profile -> HexFormat.of().formatHex(profile.content())));
        assertThat(back.profile().isPresent()).isEqualTo(archive.contains("icc"));
        assertSameButMissing(sent.samples(), back.samples(), missing);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyKindOfSamplesComesBackFromAFile(int channels) throws Exception {
        for (int bits : new int[] {8, 16}) {
            PictureSamples samples = PictureSamples.blank(5, 7, channels, bits);
            for (int row = 0; row < 5; row++) {
                int[] values = new int[7 * channels];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (row * 7919 + i * 104_729) & samples.largest();
                }
                samples.write(row, values);
            }

            PictureSamples back =
                    open(PictureEncoder.png(samples, Optional.empty())).samples();

            assertThat(back.channels()).isEqualTo(channels);
            assertThat(back.bits()).isEqualTo(bits);
            assertSameButMissing(samples, back, PictureMask.of(5, 7, new boolean[35]));
        }
    }

    @Test
    void whatIsFilledIsOpaqueAndGreyStaysGreyInSixteenBits() {
        PictureSamples samples = PictureSamples.blank(2, 2, 2, 16);
        PictureMask missing = Pictures.missing(2, 2, new Crop(1, 0, 1, 1));

        PictureSamples whole = PictureFilling.of(samples, missing, 0).from(Pictures.grey(2, 100));

        assertThat(whole.row(0, null)).containsExactly(0, 0, 100 * 257, 65_535);
        assertThat(whole.row(1, null)).containsOnly(0);
    }

    @Test
    void aFeatherMixesLessAndLessOfWhatWasMadeAndEndsWhereItIsSaid() {
        PictureSamples black = PictureSamples.of(Pictures.grey(9, 0));
        PictureMask missing = Pictures.missing(9, 9, new Crop(4, 4, 1, 1));

        PictureFilling filling = PictureFilling.of(black, missing, 3);
        int[] row = filling.from(Pictures.grey(9, 200)).row(4, null);

        assertThat(filling.mask().missingPixels()).isEqualTo(29);
        assertThat(row[3 * 4]).isEqualTo(200);
        assertThat(new int[] {row[3 * 5], row[3 * 6], row[3 * 7], row[3 * 8]}).containsExactly(150, 100, 50, 0);
    }

    @Test
    void aJpegComesBackAsAJpegThatIsNearlyTheSameWithItsProfile() throws Exception {
        ColourProfile profile = open(SampleCases.files("fidelity-icc.zip").get("images/a.png"))
                .profile()
                .orElseThrow();
        PictureSamples samples = open(SampleCases.files("jpeg-junk.zip").get("images/restart.jpg"))
                .samples();

        DecodedPicture back = open(PictureEncoder.jpeg(samples, Optional.of(profile)));

        assertThat(back.profile().orElseThrow().content()).isEqualTo(profile.content());
        int[] row = samples.row(20, null);
        int[] other = back.samples().row(20, null);
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += Math.abs(row[i] - other[i]);
        }
        assertThat(sum / row.length).isLessThan(8);
    }

    private static PictureSamples filled(PictureSamples samples, PictureMask missing, int feather) {
        PixelImage made = new PixelImage(48, 64, filled(48 * 64 * 3));
        return PictureFilling.of(samples, missing, feather).from(made);
    }

    private static byte[] filled(int length) {
        byte[] rgb = new byte[length];
        Arrays.fill(rgb, (byte) 77);
        return rgb;
    }

    private static void assertSameButMissing(PictureSamples sent, PictureSamples back, PictureMask missing) {
        for (int row = 0; row < sent.height(); row++) {
            int[] before = sent.row(row, null);
            int[] after = back.row(row, null);
            for (int i = 0; i < before.length; i++) {
                if (!missing.missing(row, i / sent.channels())) {
                    assertThat(after[i]).isEqualTo(before[i]);
                }
            }
        }
    }

    private DecodedPicture open(byte[] file) throws UnreadableImageException {
        return decoder.open("picture", file, () -> false);
    }
}
