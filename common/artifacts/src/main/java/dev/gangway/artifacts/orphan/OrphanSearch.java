package dev.gangway.artifacts.orphan;

import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.artifacts.store.ObjectStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the objects of a bucket that no manifest names and nobody needs: what dead workers began, what newer claims superseded,
 * what no job asks for. It changes nothing.
 *
 * <p>The bucket is read page by page. The objects of one job, upload or dataset version, which are judged together, are all that is
 * held in memory. What does not look like anything that Gangway writes is left alone.
 */
public final class OrphanSearch {

    private final ObjectStore store;
    private final List<Area> areas;

    public OrphanSearch(ObjectStore store, KnownWork known, Graces graces) {
        this.store = store;
        this.areas = List.of(
                new CheckpointArea(known, graces),
                new CompletionArea(known, graces),
                new DatasetArea(store, graces),
                new UploadArea(known, graces));
    }

    /**
     * Tells of every orphan under {@code prefix}, of one checkpoint's the manifest first.
     *
     * @param prefix empty for the whole bucket, or a folder that holds one or more jobs, uploads or dataset versions whole
     * @param now what ages are measured from
     */
    public void search(String prefix, Instant now, Consumer<Orphan> found) {
        for (Area area : areas) {
            if (prefix.startsWith(area.root())) {
                search(area, prefix, now, found);
            } else if (area.root().startsWith(prefix)) {
                search(area, area.root(), now, found);
            }
        }
    }

    /** Every orphan under {@code prefix}; for buckets that are known to be small. */
    public List<Orphan> list(String prefix, Instant now) {
        List<Orphan> orphans = new ArrayList<>();
        search(prefix, now, orphans::add);
        return orphans;
    }

    private void search(Area area, String prefix, Instant now, Consumer<Orphan> found) {
        String folder = "";
        List<ObjectStatus> objects = new ArrayList<>();
        Iterator<ObjectStatus> bucket = store.stream(prefix).iterator();
        while (bucket.hasNext()) {
            ObjectStatus object = bucket.next();
            String own = folder(object.key(), area.depth());
            if (!own.equals(folder)) {
                judge(area, folder, objects, now, found);
                folder = own;
                objects = new ArrayList<>();
            }
            objects.add(object);
        }
        judge(area, folder, objects, now, found);
    }

    private static void judge(
            Area area, String folder, List<ObjectStatus> objects, Instant now, Consumer<Orphan> found) {
        if (!folder.isEmpty()) {
            area.orphans(folder, objects, now).forEach(found);
        }
    }

    /** The first {@code depth} folders of a key; empty when it has fewer. */
    private static String folder(String key, int depth) {
        int end = -1;
        for (int i = 0; i < depth; i++) {
            end = key.indexOf('/', end + 1);
            if (end < 0) {
                return "";
            }
        }
        return key.substring(0, end + 1);
    }
}
