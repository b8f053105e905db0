package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.archive.ArchiveFile;
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

/**
 * Decides which split each image of an archive goes to. The first of these that the archive has decides:
 *
 * <ol>
 *   <li>a split file;
 *   <li>{@link SplitFolders}, outside of which no image may lie then; without one for validation a tenth of the training images, chosen by a seeded hash, becomes the validation split;
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

    private final List<ArchiveFile> images;
    private final Optional<ImageTable> people;
    private final SplitShares shares;
    private final HashedOrder order;
    private final Function<ArchiveFile, String> naming;

    private ImageSplits(
            List<ArchiveFile> images,
            Optional<ImageTable> people,
            SplitShares shares,
            Function<ArchiveFile, String> naming) {
        this.naming = naming;
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
            List<ArchiveFile> images, Optional<ImageTable> declared, Optional<ImageTable> people, SplitShares shares)
            throws ArchiveRefusedException {
        ImageSplits splits = new ImageSplits(images, people, shares, ArchiveFile::name);
        if (declared.isPresent()) {
            return splits.declared(declared.get());
        }
        SplitFolders folders = SplitFolders.of(images);
        return folders.names().isEmpty()
                ? splits.inFolders(folders).hashed()
                : splits.inFolders(folders).folders(folders);
    }

    /** The same, where the folder around everything makes no difference to where an image goes. */
    private ImageSplits inFolders(SplitFolders folders) {
        return new ImageSplits(
                images, people, shares, image -> folders.inner(image).key());
    }

    private Decided declared(ImageTable table) throws ArchiveRefusedException {
        Map<ArchiveFile, Split> splits = new HashMap<>();
        for (ArchiveFile image : images) {
            splits.put(
                    image,
                    SplitName.parse(table.of(image))
                            .orElseThrow(() -> table.refusal(
                                    image, "names the split " + table.of(image) + ", not train, validation or test")));
        }
        requireTraining(splits, "the split file names no training images");
        return decided(SplitRule.By.SPLIT_FILE, null, splits, "the split file " + table.name() + " says so");
    }

    private Decided folders(SplitFolders folders) throws ArchiveRefusedException {
        Map<ArchiveFile, Split> splits = new HashMap<>();
        images.forEach(image -> splits.put(image, folders.split(image)));
        requireTraining(splits, "the folder train holds no images");
        String why = "the folders " + folders.wrapping(images) + "{"
                + String.join(",", folders.names().values()) + "}/ say so";
        if (splits.containsValue(Split.VALIDATION)) {
            return decided(SplitRule.By.FOLDERS, null, splits, why);
        }
        takeValidation(splits);
        return decided(
                SplitRule.By.FOLDERS_AND_HASHED_TENTH,
                null,
                splits,
                why
                        + ", and a tenth of the training images, chosen by a hash of their names, is set aside for validation,"
                        + " which has no folder");
    }

    /** A tenth of the training images, rounded down; of a person all images or none. */
    private void takeValidation(Map<ArchiveFile, Split> splits) {
        Map<String, List<ArchiveFile>> groups = images.stream()
                .filter(image -> splits.get(image) == Split.TRAIN)
                .collect(Collectors.groupingBy(this::group));
        long wanted = splits.values().stream().filter(Split.TRAIN::equals).count() * VALIDATION_PERCENT / ALL_PERCENT;
        long taken = 0;
        for (String group : order.of(groups.keySet())) {
            List<ArchiveFile> members = groups.get(group);
            if (taken + members.size() <= wanted) {
                members.forEach(image -> splits.put(image, Split.VALIDATION));
                taken += members.size();
            }
        }
    }

    private Decided hashed() throws ArchiveRefusedException {
        Map<String, List<ArchiveFile>> groups = images.stream().collect(Collectors.groupingBy(this::group));
        Map<ArchiveFile, Split> splits = new HashMap<>();
        for (String group : order.of(groups.keySet())) {
            Split split = shares.at(splits.size(), images.size());
            groups.get(group).forEach(image -> splits.put(image, split));
        }
        for (Split split : Split.values()) {
            if (shares.of(split) > 0 && !splits.containsValue(split)) {
                throw new ArchiveRefusedException(
                        "archive",
                        groups.size() + (people.isPresent() ? " people" : " images") + " are too few for "
                                + shares.of(split) + " percent of " + SplitName.of(split) + " images",
                        null);
            }
        }
        return people.isPresent()
                ? decided(
                        SplitRule.By.HASH_OF_PERSON,
                        shares,
                        splits,
                        "there are neither a split file nor folders train, validation and test, and the identity file "
                                + people.get().name() + " tells people apart: a hash of each person decides")
                : decided(
                        SplitRule.By.HASH_OF_NAME,
                        shares,
                        splits,
                        "there are neither a split file, nor folders train, validation and test, nor an identity file:"
                                + " a hash of each name decides");
    }

    /** What goes to one split as a whole: a person's images, or one image. */
    private String group(ArchiveFile image) {
        return people.isPresent() ? people.get().of(image) : naming.apply(image);
    }

    private Decided decided(SplitRule.By by, SplitShares asked, Map<ArchiveFile, Split> splits, String why)
            throws ArchiveRefusedException {
        if (people.isPresent()) {
            requireDisjoint(people.get(), splits);
        }
        Map<Split, List<ArchiveFile>> sorted = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            sorted.put(split, new ArrayList<>());
        }
        Map<String, ArchiveFile> named = images.stream().collect(Collectors.toMap(naming, Function.identity()));
        order.of(named.keySet()).stream().map(named::get).forEach(image -> sorted.get(splits.get(image))
                .add(image));
        SplitRule.Identities identities =
                people.isPresent() ? SplitRule.Identities.DISJOINT : SplitRule.Identities.UNKNOWN;
        return new Decided(sorted, new SplitRule(by, asked, identities, counted(why, sorted)));
    }

    private void requireDisjoint(ImageTable table, Map<ArchiveFile, Split> splits) throws ArchiveRefusedException {
        Map<String, ArchiveFile> first = new HashMap<>();
        for (ArchiveFile image : images) {
            ArchiveFile other = first.putIfAbsent(table.of(image), image);
            if (other != null && splits.get(other) != splits.get(image)) {
                throw table.refusal(
                        image,
                        String.format(
                                Locale.ROOT,
                                "puts person %s into two splits: %s is in %s, %s in %s",
                                table.of(image),
                                other.name(),
                                SplitName.of(splits.get(other)),
                                image.name(),
                                SplitName.of(splits.get(image))));
            }
        }
    }

    private static void requireTraining(Map<ArchiveFile, Split> splits, String otherwise)
            throws ArchiveRefusedException {
        if (!splits.containsValue(Split.TRAIN)) {
            throw new ArchiveRefusedException("archive", otherwise, null);
        }
    }

    private static String counted(String why, Map<Split, List<ArchiveFile>> sorted) {
        return why + ": " + sorted.get(Split.TRAIN).size() + " training, "
                + sorted.get(Split.VALIDATION).size() + " validation and "
                + sorted.get(Split.TEST).size() + " test images";
    }

    /**
     * Who goes where.
     *
     * @param images of each split, in the order of their names' hashes
     * @param rule that decided
     */
    record Decided(Map<Split, List<ArchiveFile>> images, SplitRule rule) {}
}
