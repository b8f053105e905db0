package dev.gangway.artifacts.picture;

import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.artifacts.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells damaged pictures, their masks and the truth apart by where they lie under a prefix:
 *
 * <ul>
 *   <li>{@code images/…} are the pictures; without such a folder, whatever lies in neither of the others;
 *   <li>{@code masks/…} are masks, each for the picture of the same path without the ending;
 *   <li>{@code mask.png}, {@code .jpg}, {@code .jpeg} or {@code .webp} beside these folders is the mask of every picture that has none of its own;
 *   <li>{@code truth/…} are undamaged pictures, likewise.
 * </ul>
 *
 * <p>Hidden files are passed over. Two pictures of one name, and a mask or truth without its picture, are refused by name: a
 * mistake of spelling should not show as a picture that comes back damaged.
 */
public final class PictureFolder {

    private static final String IMAGES = "images";
    private static final String MASKS = "masks";
    private static final String TRUTH = "truth";
    private static final Set<String> COMMON_MASKS = Set.of("mask.png", "mask.jpg", "mask.jpeg", "mask.webp");

    private final Map<String, ObjectStatus> images = new TreeMap<>();
    private final Map<String, ObjectStatus> masks = new TreeMap<>();
    private final Map<String, ObjectStatus> truths = new TreeMap<>();
    private final String prefix;
    private ObjectStatus commonMask;

    private PictureFolder(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The pictures within {@code folder}, in the order of their names.
     *
     * @param needsMasks whether a picture without a mask of its own has none at all
     * @throws PicturesRefusedException when there are none, or names do not fit together
     */
    public static List<Picture> pictures(ObjectStore store, ObjectPath folder, boolean needsMasks)
            throws PicturesRefusedException {
        return pictures(folder.prefix(), store.list(folder.prefix()), needsMasks);
    }

    static List<Picture> pictures(String prefix, List<ObjectStatus> objects, boolean needsMasks)
            throws PicturesRefusedException {
        PictureFolder folder = new PictureFolder(prefix);
        boolean sorted = objects.stream().anyMatch(object -> object.key().startsWith(prefix + IMAGES + "/"));
        for (ObjectStatus object : objects) {
            folder.add(object, sorted);
        }
        return folder.pictures(needsMasks);
    }

    private void add(ObjectStatus object, boolean sorted) throws PicturesRefusedException {
        String path = pathOf(object);
        String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
        if (path.isEmpty()
                || path.endsWith("/")
                || path.substring(path.lastIndexOf('/') + 1).startsWith(".")) {
            return;
        }
        if (COMMON_MASKS.contains(path.toLowerCase(Locale.ROOT))) {
            addCommonMask(object);
        } else if (folder.equals(MASKS)) {
            add(masks, MASKS, object);
        } else if (folder.equals(TRUTH)) {
            add(truths, TRUTH, object);
        } else if (folder.equals(IMAGES)) {
            add(images, IMAGES, object);
        } else if (sorted) {
            throw new PicturesRefusedException(path, "lies in none of the folders images/, masks/ and truth/");
        } else {
            add(images, "", object);
        }
    }

    private void addCommonMask(ObjectStatus object) throws PicturesRefusedException {
        if (commonMask != null) {
            throw new PicturesRefusedException(pathOf(object), "a second mask for all beside " + pathOf(commonMask));
        }
        commonMask = object;
    }

    private void add(Map<String, ObjectStatus> files, String folder, ObjectStatus object)
            throws PicturesRefusedException {
        String path = folder.isEmpty() ? pathOf(object) : pathOf(object).substring(folder.length() + 1);
        ObjectStatus other = files.put(nameOf(path), object);
        if (other != null) {
            throw new PicturesRefusedException(
                    pathOf(object), "has the same name as " + pathOf(other) + " but for its ending");
        }
    }

    private List<Picture> pictures(boolean needsMasks) throws PicturesRefusedException {
        if (images.isEmpty()) {
            throw new PicturesRefusedException(prefix, "there are no pictures");
        }
        requirePictures(masks);
        requirePictures(truths);
        List<Picture> pictures = new ArrayList<>(images.size());
        for (Map.Entry<String, ObjectStatus> image : images.entrySet()) {
            ObjectStatus mask = masks.getOrDefault(image.getKey(), commonMask);
            if (mask == null && needsMasks) {
                throw new PicturesRefusedException(
                        pathOf(image.getValue()),
                        "has no mask: send masks/" + image.getKey()
                                + ".png, or mask.png for all, or a mask with the job");
            }
            pictures.add(
                    new Picture(image.getKey(), file(image.getValue()), file(mask), file(truths.get(image.getKey()))));
        }
        return pictures;
    }

    private void requirePictures(Map<String, ObjectStatus> files) throws PicturesRefusedException {
        for (Map.Entry<String, ObjectStatus> file : files.entrySet()) {
            if (!images.containsKey(file.getKey())) {
                throw new PicturesRefusedException(
                        pathOf(file.getValue()), "there is no picture of the name " + file.getKey());
            }
        }
    }

    private String pathOf(ObjectStatus object) {
        return object.key().substring(prefix.length());
    }

    private static String nameOf(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
    }

    private static PictureFile file(ObjectStatus object) {
        return object == null ? null : new PictureFile(object.key(), object.size(), object.etag());
    }
}
