package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.archive.ArchiveRefusedException;
import dev.gangway.contracts.completion.Split;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * Decides which split each image of an archive goes to. The first of these that the archive has decides:
 *
 * <ol>
 *   <li>a split file;
 *   <li>the folders {@code train/}, {@code validation/} and {@code test/}, outside of which no image may lie then; without
 *       {@code validation/} a tenth of the training images, chosen by a seeded hash, becomes the validation split;
 *   <li>an identity file: people, in the order of a seeded hash, go to the training split until it has its share, then to
 *       the validation split, then to the test split, each with all their images;
 *   <li>nothing: the same with each image by itself.
 * </ol>
 *
 * <p>With an identity file nobody is ever in two splits: the archive is refused when it wants that. Within its split an image's
 * place follows from a seeded hash of its name, so that the first images of a split are as mixed as the whole, also when the
 * archive sorts them by class.
 */
final class ImageSplits {

    private static final int VALIDATION_PERCENT = 10;
    private static final int ALL_PERCENT = 100;

    private final List<ZipEntry> images;
    private final Optional<ImageTable> people;
    private final SplitShares shares;
    private final HashedOrder order;

    private ImageSplits(List<ZipEntry> images, Optional<ImageTable> people, SplitShares shares) {
        this.images = images;
        this.people = people;
        this.shares = shares;
        this.order = new HashedOrder(shares.seed());
    }

    /**
     * Decides.
     *
     * @param declared what the split file says
     * @param people what the identity file says
     */
    static Decided of(
            List<ZipEntry> images, Optional<ImageTable> declared, Optional<ImageTable> people, SplitShares shares)
            throws ArchiveRefusedException {
        if (images.isEmpty()) {
            throw new ArchiveRefusedException("archive", "holds no images", null);
        }
        ImageSplits splits = new ImageSplits(images, people, shares);
        if (declared.isPresent()) {
            return splits.declared(declared.get());
        }
        if (images.stream().anyMatch(image -> folder(image).isPresent())) {
            return splits.folders();
        }
        return splits.hashed();
    }

    private Decided declared(ImageTable table) throws ArchiveRefusedException {
        Map<ZipEntry, Split> splits = new HashMap<>();
        for (ZipEntry image : images) {
            splits.put(
                    image,
                    split(table.of(image))
                            .orElseThrow(() -> table.refusal(
                                    image, "names the split " + table.of(image) + ", not train, validation or test")));
        }
        requireTraining(splits, "the split file names no training images");
        return decided(SplitRule.By.SPLIT_FILE, null, splits);
    }

    private Decided folders() throws ArchiveRefusedException {
        Map<ZipEntry, Split> splits = new HashMap<>();
        for (ZipEntry image : images) {
            splits.put(
                    image,
                    folder(image)
                            .orElseThrow(() -> new ArchiveRefusedException(
                                    image.getName(),
                                    "images belong into the folders train, validation and test",
                                    null)));
        }
        requireTraining(splits, "the folder train holds no images");
        if (splits.containsValue(Split.VALIDATION)) {
            return decided(SplitRule.By.FOLDERS, null, splits);
        }
        takeValidation(splits);
        return decided(SplitRule.By.FOLDERS_AND_HASHED_TENTH, null, splits);
    }

    /** A tenth of the training images, rounded down; of a person all images or none. */
    private void takeValidation(Map<ZipEntry, Split> splits) {
        Map<String, List<ZipEntry>> groups = images.stream()
                .filter(image -> splits.get(image) == Split.TRAIN)
                .collect(Collectors.groupingBy(this::group));
        long wanted = splits.values().stream().filter(Split.TRAIN::equals).count() * VALIDATION_PERCENT / ALL_PERCENT;
        long taken = 0;
        for (String group : order.of(groups.keySet())) {
            List<ZipEntry> members = groups.get(group);
            if (taken + members.size() <= wanted) {
                members.forEach(image -> splits.put(image, Split.VALIDATION));
                taken += members.size();
            }
        }
    }

    private Decided hashed() throws ArchiveRefusedException {
        Map<String, List<ZipEntry>> groups = images.stream().collect(Collectors.groupingBy(this::group));
        Map<ZipEntry, Split> splits = new HashMap<>();
        for (String group : order.of(groups.keySet())) {
            Split split = shares.at(splits.size(), images.size());
            groups.get(group).forEach(image -> splits.put(image, split));
        }
        for (Split split : Split.values()) {
            if (shares.of(split) > 0 && !splits.containsValue(split)) {
                throw new ArchiveRefusedException(
                        "archive",
                        groups.size() + (people.isPresent() ? " people" : " images") + " are too few for "
                                + shares.of(split) + " percent of " + name(split) + " images",
                        null);
            }
        }
        return decided(people.isPresent() ? SplitRule.By.HASH_OF_PERSON : SplitRule.By.HASH_OF_NAME, shares, splits);
    }

    /** What goes to one split as a whole: a person's images, or one image. */
    private String group(ZipEntry image) {
        return people.isPresent() ? people.get().of(image) : image.getName();
    }

    private Decided decided(SplitRule.By by, SplitShares asked, Map<ZipEntry, Split> splits)
            throws ArchiveRefusedException {
        if (people.isPresent()) {
            requireDisjoint(people.get(), splits);
        }
        Map<Split, List<ZipEntry>> sorted = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            sorted.put(split, new ArrayList<>());
        }
        Map<String, ZipEntry> named =
                images.stream().collect(Collectors.toMap(ZipEntry::getName, Function.identity(), (one, other) -> one));
        order.of(named.keySet()).stream().map(named::get).forEach(image -> sorted.get(splits.get(image))
                .add(image));
        SplitRule.Identities identities =
                people.isPresent() ? SplitRule.Identities.DISJOINT : SplitRule.Identities.UNKNOWN;
        return new Decided(sorted, new SplitRule(by, asked, identities));
    }

    private void requireDisjoint(ImageTable table, Map<ZipEntry, Split> splits) throws ArchiveRefusedException {
        Map<String, ZipEntry> first = new HashMap<>();
        for (ZipEntry image : images) {
            ZipEntry other = first.putIfAbsent(table.of(image), image);
            if (other != null && splits.get(other) != splits.get(image)) {
                throw table.refusal(
                        image,
                        "puts person %s into two splits: %s is in %s, %s in %s"
                                .formatted(
                                        table.of(image),
                                        other.getName(),
                                        name(splits.get(other)),
                                        image.getName(),
                                        name(splits.get(image))));
            }
        }
    }

    private static void requireTraining(Map<ZipEntry, Split> splits, String otherwise) throws ArchiveRefusedException {
        if (!splits.containsValue(Split.TRAIN)) {
            throw new ArchiveRefusedException("archive", otherwise, null);
        }
    }

    private static Optional<Split> folder(ZipEntry image) {
        String name = image.getName();
        return split(name.substring(0, Math.max(0, name.indexOf('/'))));
    }

    private static Optional<Split> split(String name) {
        return switch (name) {
            case "train" -> Optional.of(Split.TRAIN);
            case "validation" -> Optional.of(Split.VALIDATION);
            case "test" -> Optional.of(Split.TEST);
            default -> Optional.empty();
        };
    }

    private static String name(Split split) {
        return split.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Who goes where.
     *
     * @param images of each split, in the order of their names' hashes
     * @param rule that decided
     */
    record Decided(Map<Split, List<ZipEntry>> images, SplitRule rule) {}
}
