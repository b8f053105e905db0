package dev.gangway.artifacts.picture;

import dev.gangway.artifacts.archive.FileNotice;
import dev.gangway.artifacts.archive.HiddenFiles;
import dev.gangway.artifacts.archive.LeftOutFile;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.artifacts.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells damaged pictures, their masks and the truth apart by where they lie within a folder, in whatever case it is written:
 *
 * <ul>
 *   <li>{@code images/…} are the pictures; without such a folder, whatever lies in neither of the others;
 *   <li>{@code masks/…} are masks, each for the picture of the same path without the ending;
 *   <li>{@code mask.png}, {@code .jpg}, {@code .jpeg} or {@code .webp} beside these folders is the mask of every picture that has none of its own;
 *   <li>{@code truth/…} are undamaged pictures, likewise.
 * </ul>
 *
 * <p>A folder around all of these is passed through. {@linkplain HiddenFiles Hidden files} are counted. What fits nowhere, a picture without a mask, a mask
 * or truth without its picture, and the second of two files of one name are left out, each with its reason: a mistake of spelling should not
 * show as a picture that comes back damaged, nor cost the others.
 */
public final class PictureFolder {

    private final ObjectPath folder;
    private final Map<String, ObjectStatus> images = new TreeMap<>();
    private final Map<String, ObjectStatus> masks = new TreeMap<>();
    private final Map<String, ObjectStatus> truths = new TreeMap<>();
    private final List<LeftOutFile> leftOut = new ArrayList<>();
    private final List<String> hidden = new ArrayList<>();
    private ObjectStatus commonMask;

    private PictureFolder(ObjectPath folder) {
        this.folder = folder;
    }

    /**
     * The pictures within {@code folder}.
     *
     * @param needsMasks whether a picture without a mask of its own has none at all
     * @throws PicturesRefusedException when there is nothing to complete
     */
    public static FoundPictures pictures(ObjectStore store, ObjectPath folder, boolean needsMasks)
            throws PicturesRefusedException {
        return pictures(folder, store.list(folder.prefix()), new UploadStore(store).notes(folder), needsMasks);
    }

    /** Those among {@code objects}, all that lie within {@code folder}; see {@link #pictures(ObjectStore, ObjectPath, boolean)}. */
    public static FoundPictures pictures(
            ObjectPath folder, List<ObjectStatus> objects, UploadNotes notes, boolean needsMasks)
            throws PicturesRefusedException {
        PictureFolder found = new PictureFolder(folder);
        found.leftOut.addAll(notes.leftOut());
        Map<ObjectPath, ObjectStatus> files = found.files(objects);
        FolderLayout layout = FolderLayout.of(files.keySet());
        files.forEach((path, object) -> found.add(layout, path, object));
        List<FileNotice> notices = new ArrayList<>(notes.notices());
        notices.addAll(FileNotice.hidden(found.hidden));
        return found.result(needsMasks, notices);
    }

    /** The files that somebody means, by their paths within the folder. */
    private Map<ObjectPath, ObjectStatus> files(List<ObjectStatus> objects) {
        Map<ObjectPath, ObjectStatus> files = new TreeMap<>((a, b) -> a.key().compareTo(b.key()));
        for (ObjectStatus object : objects) {
            Optional<ObjectPath> path = ObjectPath.tryParse(object.key()).map(key -> key.within(folder));
            if (path.isEmpty()) {
                leaveOutUnlessAFolder(object);
            } else if (HiddenFiles.hide(path.get())) {
                hide(path.get());
            } else {
                files.put(path.get(), object);
            }
        }
        return files;
    }

    /** Some clients of the store keep an empty object for every folder. */
    private void leaveOutUnlessAFolder(ObjectStatus object) {
        String name = object.key().substring(folder.prefix().length());
        boolean folderMarker = object.size() == 0 && (name.isEmpty() || name.endsWith("/"));
        if (!folderMarker) {
            leftOut.add(new LeftOutFile(
                    name,
                    "name-unusable",
                    "its path " + ObjectPath.fault(object.key()).orElseThrow()));
        }
    }

    private void hide(ObjectPath path) {
        if (!path.equals(UploadStore.NOTES)) {
            hidden.add(path.key());
        }
    }

    private void add(FolderLayout layout, ObjectPath path, ObjectStatus object) {
        switch (layout.part(path)) {
            case IMAGE -> add(images, layout, path, object);
            case MASK -> add(masks, layout, path, object);
            case TRUTH -> add(truths, layout, path, object);
            case COMMON_MASK -> addCommonMask(path, object);
            case NO_PICTURE -> leaveOut(path, "not-a-picture", "is no picture, by the ending of its name");
            case ELSEWHERE ->
                leaveOut(path, "outside-the-folders", "lies in none of the folders images/, masks/ and truth/");
        }
    }

    private void addCommonMask(ObjectPath path, ObjectStatus object) {
        if (commonMask == null) {
            commonMask = object;
        } else {
            leaveOut(path, "name-twice", "is a second mask for all beside " + pathOf(commonMask));
        }
    }

    private void add(Map<String, ObjectStatus> files, FolderLayout layout, ObjectPath path, ObjectStatus object) {
        ObjectStatus other = files.putIfAbsent(layout.name(path), object);
        if (other != null) {
            leaveOut(path, "name-twice", "has the same name as " + pathOf(other) + " but for its ending");
        }
    }

    private FoundPictures result(boolean needsMasks, List<FileNotice> notices) throws PicturesRefusedException {
        leaveOutWithoutPicture(masks, "mask");
        leaveOutWithoutPicture(truths, "truth");
        List<Picture> pictures = new ArrayList<>(images.size());
        for (Map.Entry<String, ObjectStatus> image : images.entrySet()) {
            ObjectStatus mask = masks.getOrDefault(image.getKey(), commonMask);
            if (mask == null && needsMasks) {
                leaveOut(
                        pathOf(image.getValue()),
                        "mask-missing",
                        "has no mask: send masks/" + image.getKey()
                                + ".png, or mask.png for all, or a mask with the job"
                                + foreign(pathOf(image.getValue())));
            } else {
                pictures.add(new Picture(
                        image.getKey(), file(image.getValue()), file(mask), file(truths.get(image.getKey()))));
            }
        }
        if (pictures.isEmpty()) {
            throw new PicturesRefusedException(nothing());
        }
        return new FoundPictures(pictures, leftOut, notices);
    }

    /** Whoever has to send something once more is told all that is wrong with it. */
    private static String foreign(ObjectPath picture) {
        return FolderLayout.isForeign(picture.name())
                ? "; and its format cannot be read here, by the ending of its name: send it as PNG, JPEG or WebP"
                : "";
    }

    private void leaveOutWithoutPicture(Map<String, ObjectStatus> files, String what) {
        files.forEach((name, object) -> {
            if (!images.containsKey(name)) {
                leaveOut(
                        pathOf(object),
                        "picture-missing",
                        "is a " + what + ", and there is no picture of the name " + name);
            }
        });
    }

    private String nothing() {
        String found = leftOut.isEmpty()
                ? "nothing at all"
                : leftOut.stream()
                        .limit(5)
                        .map(file -> file.name() + " " + file.reason())
                        .collect(Collectors.joining("; "));
        String more = leftOut.size() > 5 ? "; and " + (leftOut.size() - 5) + " more" : "";
        String hiddenToo =
                hidden.isEmpty() ? "" : "; " + hidden.size() + " hidden files, " + hidden.get(0) + " among them";
        return "there are no pictures that could be completed in " + folder.prefix() + ", which holds " + found + more
                + hiddenToo;
    }

    private void leaveOut(ObjectPath path, String code, String reason) {
        leftOut.add(new LeftOutFile(path.key(), code, reason));
    }

    private ObjectPath pathOf(ObjectStatus object) {
        return ObjectPath.parse(object.key()).within(folder);
    }

    private static PictureFile file(ObjectStatus object) {
        return object == null ? null : new PictureFile(object.key(), object.size(), object.etag());
    }
}
