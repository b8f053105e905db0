package dev.gangway.artifacts.dataset;

import dev.gangway.artifacts.archive.ArchiveFile;
import dev.gangway.artifacts.archive.ArchiveRefusedException;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.contracts.completion.Split;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The folders of an archive that say which split their images belong to: {@code train/}, {@code Val/}, {@code testing/} and the like. They lie
 * at the top, or within folders around the whole archive that somebody packed with it, and then nothing else lies beside them.
 *
 * <p>What looks like splits and cannot be understood is refused, and never hashed anew: test images would land in training.
 *
 * @param around how many folders lie around everything
 * @param names what the folder of each split is called; empty when no folder is called like a split
 */
record SplitFolders(int around, Map<Split, String> names) {

    /** Finds them among the paths of all images. */
    static SplitFolders of(List<ArchiveFile> images) throws ArchiveRefusedException {
        int around = 0;
        while (holdsEverything(images, around) && (splitsAt(images, around).isEmpty() || holdsSplits(images, around))) {
            around++;
        }
        if (splitsAt(images, around).isEmpty()) {
            requireNoneDeeper(images, around);
            return new SplitFolders(around, Map.of());
        }
        return new SplitFolders(around, named(images, around));
    }

    /** The folder around everything, with a slash at its end; empty when there is none. */
    String wrapping(List<ArchiveFile> images) {
        return around == 0 ? "" : images.get(0).path().first(around).prefix();
    }

    /** The image's path without what lies around everything. */
    ObjectPath inner(ArchiveFile image) {
        return image.path().from(around);
    }

    /** The split whose folder the image lies in. */
    Split split(ArchiveFile image) {
        return SplitName.parse(image.path().part(around)).orElseThrow();
    }

    private static boolean holdsEverything(List<ArchiveFile> images, int depth) {
        return images.stream().allMatch(image -> isInFolder(image, depth))
                && folders(images, depth).size() == 1;
    }

    /** Whether the one folder at {@code depth}, though called like a split, is around the splits. */
    private static boolean holdsSplits(List<ArchiveFile> images, int depth) {
        Set<String> inner = folders(images, depth + 1);
        return images.stream().allMatch(image -> isInFolder(image, depth + 1))
                && inner.stream().allMatch(name -> SplitName.parse(name).isPresent())
                && inner.stream().anyMatch(name -> SplitName.parse(name).equals(Optional.of(Split.TRAIN)));
    }

    private static Map<Split, String> named(List<ArchiveFile> images, int depth) throws ArchiveRefusedException {
        Set<String> splits = splitsAt(images, depth);
        for (ArchiveFile image : images) {
            if (!isInFolder(image, depth)
                    || SplitName.parse(image.path().part(depth)).isEmpty()) {
                throw new ArchiveRefusedException(
                        image.name(),
                        "lies beside the split folders " + listed(splits)
                                + ": images belong into the folders train, validation and test, or a split file says"
                                + " where they belong",
                        null);
            }
        }
        requireNoneWithin(images, depth);
        Map<Split, String> names = new EnumMap<>(Split.class);
        for (String name : splits) {
            String other = names.put(SplitName.parse(name).orElseThrow(), name);
            if (other != null) {
                throw new ArchiveRefusedException(
                        name + "/",
                        "means the same split as " + other + "/: put both into one folder, or send a split file",
                        null);
            }
        }
        return names;
    }

    /** Where no folder at {@code depth} is called like a split, none may look like one, nor any below. */
    private static void requireNoneDeeper(List<ArchiveFile> images, int depth) throws ArchiveRefusedException {
        for (ArchiveFile image : images) {
            for (int part = depth; part < image.path().depth() - 1; part++) {
                String name = image.path().part(part);
                Optional<Split> meant = SplitName.within(name);
                if (meant.isPresent()) {
                    throw new ArchiveRefusedException(
                            image.name(),
                            "lies in a folder " + name
                                    + "/ that looks like a split and is not called like one: call it "
                                    + SplitName.of(meant.get()) + "/ if it is one, or send a split file",
                            null);
                }
                if (SplitName.parse(name).isPresent()) {
                    throw tooDeep(images, image, part);
                }
            }
        }
    }

    private static ArchiveRefusedException tooDeep(List<ArchiveFile> images, ArchiveFile image, int part) {
        ObjectPath parent = image.path().first(part);
        String split = image.path().part(part);
        return images.stream()
                .filter(other -> !other.path().isWithin(parent))
                .findFirst()
                .map(beside -> new ArchiveRefusedException(
                        beside.name(),
                        "lies outside of the folder " + parent.prefix() + ", in which there is a split folder " + split
                                + "/: split folders have to be at the top, or within folders around everything; put nothing beside"
                                + " them, or send a split file",
                        null))
                .orElseGet(() -> new ArchiveRefusedException(
                        image.name(),
                        "lies in a folder " + split + "/ that looks like a split and is not at the top, where all split"
                                + " folders have to be: move them there, or send a split file",
                        null));
    }

    /** No split folder lies in another's: its images would go where the outer one says. */
    private static void requireNoneWithin(List<ArchiveFile> images, int depth) throws ArchiveRefusedException {
        for (ArchiveFile image : images) {
            Optional<Split> outer = SplitName.parse(image.path().part(depth));
            for (int part = depth + 1; part < image.path().depth() - 1; part++) {
                Optional<Split> inner = SplitName.parse(image.path().part(part));
                if (inner.isPresent() && !inner.equals(outer)) {
                    throw new ArchiveRefusedException(
                            image.name(),
                            "lies in a split folder " + image.path().part(part) + "/ within the split folder "
                                    + image.path().part(depth) + "/: put them beside each other, or send a split file",
                            null);
                }
            }
        }
    }

    private static Set<String> splitsAt(List<ArchiveFile> images, int depth) {
        return folders(images, depth).stream()
                .filter(name -> SplitName.parse(name).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> folders(List<ArchiveFile> images, int depth) {
        return images.stream()
                .filter(image -> isInFolder(image, depth))
                .map(image -> image.path().part(depth))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isInFolder(ArchiveFile image, int depth) {
        return image.path().depth() > depth + 1;
    }

    private static String listed(Set<String> names) {
        return names.stream().map(name -> name + "/").collect(Collectors.joining(", "));
    }
}
