package dev.gangway.gateway.rest;

import dev.gangway.artifacts.dataset.ArchiveWishes;
import dev.gangway.artifacts.dataset.DatasetOrigin;
import dev.gangway.artifacts.dataset.SplitShares;
import dev.gangway.artifacts.image.Crop;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.dataset.DatasetWish;
import dev.gangway.gateway.job.Faults;
import dev.gangway.gateway.text.ReceivedValue;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query of an import. */
public class DatasetParameters {

    private static final int CROP_NUMBERS = 4;

    @QueryParam("name")
    @Parameter(description = "What it is called.", required = true, example = "faces")
    String name;

    @QueryParam("size")
    @DefaultValue("32")
    @Parameter(description = "Height and width of its images: 32, 64 or 128.", example = "64")
    String size;

    @QueryParam("crop")
    @Parameter(
            description =
                    "A rectangle in pixels that is cut out of every image before it is resized: left, top, width and "
                            + "height. An image that does not hold it is refused by name.",
            example = "12,30,64,64")
    String crop;

    @QueryParam("shares")
    @DefaultValue("80,10,10")
    @Parameter(
            description =
                    "Percent of training, validation and test images, where the archive does not say who goes where.",
            example = "80,10,10")
    String shares;

    @QueryParam("seed")
    @DefaultValue("0")
    @Parameter(description = "Another seed gives other splits, where the shares are asked for.", example = "0")
    String seed;

    @QueryParam("source")
    @DefaultValue("unknown")
    @Parameter(description = "Who made the images.")
    String source;

    @QueryParam("licence")
    @DefaultValue("unknown")
    @Parameter(description = "Under which terms they may be used.")
    String licence;

    DatasetWish wish() {
        Faults faults = new Faults();
        faults.check(() -> DatasetWish.requireName(name));
        Integer side = faults.read(() -> Parameters.optional("size", size, DatasetParameters::size, DatasetWish.SIZE));
        Crop rectangle = faults.read(() -> Parameters.optional(
                "crop", crop, DatasetParameters::crop, "must be left,top,width,height in pixels, such as 12,30,64,64"));
        Long ofSeed =
                faults.read(() -> Parameters.optional("seed", seed, ReceivedValue::number, "must be a whole number"));
        SplitShares splits = faults.read(() -> Parameters.optional(
                "shares",
                shares,
                text -> shares(text, ofSeed == null ? 0 : ofSeed),
                "must be three percentages that make 100, the first at least 1, such as 80,10,10"));
        faults.require();
        return new DatasetWish(
                TeamId.DEFAULT,
                name,
                side,
                new DatasetOrigin(source, licence),
                new ArchiveWishes(Optional.ofNullable(rectangle), splits));
    }

    private static int size(String text) {
        int side = ReceivedValue.integer(text);
        if (!DatasetWish.SIZES.contains(side)) {
            throw new IllegalArgumentException(DatasetWish.SIZE);
        }
        return side;
    }

    private static Crop crop(String text) {
        int[] numbers = numbers(text, CROP_NUMBERS);
        return new Crop(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static SplitShares shares(String text, long seed) {
        int[] numbers = numbers(text, 3);
        return new SplitShares(numbers[0], numbers[1], numbers[2], seed);
    }

    private static int[] numbers(String text, int count) {
        int[] numbers = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .mapToInt(ReceivedValue::integer)
                .toArray();
        if (numbers.length != count) {
            throw new IllegalArgumentException(count + " numbers are needed, not " + numbers.length);
        }
        return numbers;
    }
}
