package dev.gangway.gateway.rest;

import dev.gangway.artifacts.dataset.ArchiveWishes;
import dev.gangway.artifacts.dataset.DatasetOrigin;
import dev.gangway.artifacts.dataset.SplitShares;
import dev.gangway.artifacts.image.Crop;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.dataset.DatasetWish;
import dev.gangway.gateway.text.ReceivedValue;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query of an import. */
public class DatasetParameters {

    private static final int CROP_NUMBERS = 4;

    @QueryParam("name")
    @Parameter(
            description = "What it is called.",
            required = true,
            schema = @Schema(type = SchemaType.STRING),
            example = "faces")
    Name name;

    @QueryParam("size")
    @DefaultValue("32")
    @Parameter(
            description = "Height and width of its images: 32, 64 or 128.",
            schema = @Schema(type = SchemaType.STRING),
            example = "64")
    Side size;

    @QueryParam("crop")
    @Parameter(
            description =
                    "A rectangle in pixels that is cut out of every image before it is resized: left, top, width and "
                            + "height. An image that does not hold it is refused by name.",
            schema = @Schema(type = SchemaType.STRING),
            example = "12,30,64,64")
    Rectangle crop;

    @QueryParam("shares")
    @DefaultValue("80,10,10")
    @Parameter(
            description =
                    "Percent of training, validation and test images, where the archive does not say who goes where.",
            schema = @Schema(type = SchemaType.STRING),
            example = "80,10,10")
    Percentages shares;

    @QueryParam("seed")
    @DefaultValue("0")
    @Parameter(description = "Another seed gives other splits, where the shares are asked for.", example = "0")
    Long seed;

    @QueryParam("source")
    @DefaultValue("unknown")
    @Parameter(description = "Who made the images.")
    String source;

    @QueryParam("licence")
    @DefaultValue("unknown")
    @Parameter(description = "Under which terms they may be used.")
    String licence;

    DatasetWish wish() {
        return new DatasetWish(
                TeamId.DEFAULT,
                name.text(),
                size.pixels(),
                new DatasetOrigin(source, licence),
                new ArchiveWishes(
                        Optional.ofNullable(crop).map(Rectangle::crop),
                        new SplitShares(shares.train(), shares.validation(), shares.test(), seed)));
    }

    /** A dataset's name. */
    public record Name(String text) {

        /** Reads one; anything else is an {@link IllegalArgumentException}. */
        public static Name fromString(String text) {
            if (!DatasetWish.isName(text)) {
                throw new IllegalArgumentException(DatasetWish.NAME);
            }
            return new Name(text);
        }
    }

    /** Height and width of a dataset's images. */
    public record Side(int pixels) {

        /** Reads one of those that there are; anything else is an {@link IllegalArgumentException}. */
        public static Side fromString(String text) {
            return DatasetWish.SIZES.stream()
                    .filter(side -> side.toString().equals(text))
                    .map(Side::new)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(DatasetWish.SIZE));
        }
    }

    /** What is cut out of every image. */
    public record Rectangle(Crop crop) {

        /** Reads four numbers; anything else is an {@link IllegalArgumentException}. */
        public static Rectangle fromString(String text) {
            return read("must be left,top,width,height in pixels, such as 12,30,64,64", () -> {
                int[] numbers = numbers(text, CROP_NUMBERS);
                return new Rectangle(new Crop(numbers[0], numbers[1], numbers[2], numbers[3]));
            });
        }
    }

    /** How many images of a hundred go where. */
    public record Percentages(int train, int validation, int test) {

        /** Reads three numbers that make 100; anything else is an {@link IllegalArgumentException}. */
        public static Percentages fromString(String text) {
            return read("must be three percentages that make 100, the first at least 1, such as 80,10,10", () -> {
                int[] numbers = numbers(text, 3);
                SplitShares checked = new SplitShares(numbers[0], numbers[1], numbers[2], 0);
                return new Percentages(checked.train(), checked.validation(), checked.test());
            });
        }
    }

    private static <T> T read(String what, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what, e);
        }
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
