package dev.gangway.completion.picture;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.gangway.artifacts.image.Crop;
import dev.gangway.artifacts.image.FramedPicture;
import dev.gangway.artifacts.image.PictureMask;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.picture.Picture;
import dev.gangway.artifacts.picture.PictureFile;
import dev.gangway.completion.network.ImageCompleter;
import dev.gangway.completion.task.TaskProgress;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.recipe.CompletionSettings.Start;
import dev.gangway.gan.generation.TrainedModel;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.DcganArchitecture;
import dev.gangway.gan.network.Initialisation;
import dev.gangway.gan.network.Normalisation;
import dev.gangway.gan.network.Upsampling;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PictureSearchTest {

    private static final int SIDE = 32;

    private final FinishedPictures finished = new FinishedPictures();
    private final AtomicBoolean heapIsFull = new AtomicBoolean();
    private TrainedModel model;
    private PictureSearch search;

    @BeforeEach
    void load() throws Exception {
        Architecture tiny =
                new DcganArchitecture(SIDE, 4, 8, Upsampling.BILINEAR, Normalisation.NONE, Initialisation.HE);
        try (NDManager manager = NDManager.newBaseManager()) {
            model = TrainedModel.load(
                    Device.cpu(),
                    tiny,
                    Map.of(
                            "generator", tiny.firstGenerator(manager, 1).toSafetensors(),
                            "discriminator", tiny.firstCritic(manager, 1).toSafetensors()));
        }
        CompletionSettings settings = new CompletionSettings(0.1, 2, 0.05, Start.PRIOR);
        search = new PictureSearch(
                new ImageCompleter(model, settings, 42),
                this::asked,
                new PictureAttempts(JobId.random(), finished),
                new TaskProgress(news -> {}, () -> Instant.EPOCH, 3, settings));
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void aPictureThatTheNetworksDoNotTakeLeavesTheOthersWhatTheyWouldBeWithoutIt() throws Exception {
        List<SearchedPicture> undisturbed =
                search.of(List.of(prepared(0, SIDE), prepared(2, SIDE))).orElseThrow();

        List<SearchedPicture> beside = search.of(List.of(prepared(0, SIDE), prepared(1, SIDE - 1), prepared(2, SIDE)))
                .orElseThrow();

        assertThat(beside).extracting(picture -> picture.source().number()).containsExactly(0, 2);
        for (int i = 0; i < 2; i++) {
            assertThat(beside.get(i).completed()).isEqualTo(undisturbed.get(i).completed());
        }
        assertThat(finished.outcomes())
                .singleElement()
                .isInstanceOfSatisfying(PictureOutcome.Refused.class, refused -> {
                    assertThat(refused.picture()).isEqualTo(1);
                    assertThat(refused.code()).isEqualTo("internal-error");
                });
    }

    @Test
    void picturesThatFillTheHeapTogetherAreSearchedForOneByOne() throws Exception {
        List<PreparedPicture> pictures = List.of(prepared(0, SIDE), prepared(1, SIDE));
        List<SearchedPicture> undisturbed = search.of(pictures).orElseThrow();

        heapIsFull.set(true);
        List<SearchedPicture> apart = search.of(pictures).orElseThrow();

        assertThat(heapIsFull).isFalse();
        assertThat(finished.outcomes()).isEmpty();
        for (int i = 0; i < 2; i++) {
            assertThat(apart.get(i).completed()).isEqualTo(undisturbed.get(i).completed());
        }
    }

    /** Whether to stop, which is asked in the middle of a search. */
    private boolean asked() {
        if (heapIsFull.getAndSet(false)) {
            throw new OutOfMemoryError("Java heap space");
        }
        return false;
    }

    @Test
    void aPicturesSquaresDoNotDependOnWhatIsCompletedBesideThem() throws Exception {
        PreparedPicture scratched = prepared(5, 60, 200, new Crop(0, 20, 200, 3), SIDE);
        PreparedPicture blind = prepared(6, 40, 40, new Crop(0, 0, 40, 40), SIDE);

        List<SearchedPicture> together =
                search.of(List.of(prepared(0, SIDE), scratched, blind)).orElseThrow();

        assertThat(scratched.squares()).hasSizeGreaterThan(3);
        assertThat(together.get(1).completed())
                .isEqualTo(search.of(List.of(scratched)).orElseThrow().get(0).completed())
                .doesNotHaveDuplicates();
        assertThat(together.get(2).completed())
                .isEqualTo(search.of(List.of(blind)).orElseThrow().get(0).completed());
        assertThat(together).extracting(SearchedPicture::withoutContext).containsExactly(0L, 0L, 1L);
    }

    private static PreparedPicture prepared(int number, int size) throws Exception {
        return prepared(number, 40, 40, new Crop(10, 10, 20, 20), size);
    }

    private static PreparedPicture prepared(int number, int height, int width, Crop hole, int size) throws Exception {
        byte[] rgb = new byte[height * width * PixelImage.CHANNELS];
        boolean[] missing = new boolean[height * width];
        for (int i = 0; i < rgb.length; i++) {
            int row = i / PixelImage.CHANNELS / width;
            int column = i / PixelImage.CHANNELS % width;
            rgb[i] = (byte) (i * (number + 3) % 256);
            missing[i / PixelImage.CHANNELS] = row >= hole.top()
                    && row < hole.top() + hole.height()
                    && column >= hole.left()
                    && column < hole.left() + hole.width();
        }
        FramedPicture framed =
                FramedPicture.of(new PixelImage(height, width, rgb), PictureMask.of(height, width, missing), size);
        Picture picture = new Picture("picture " + number, new PictureFile("a.png", 1, "tag"), null, null);
        return new PreparedPicture(new NumberedPicture(number, picture), framed.squares());
    }
}
