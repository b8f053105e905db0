package dev.gangway.artifacts.orphan;

import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.artifacts.store.ObjectStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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
                new DatasetArea(store, known, graces),
                new UploadArea(known, graces));
    }

    /**
     * Tells of every orphan of the bucket, of one checkpoint's the manifest first.
     *
     * @param now what ages are measured from
     */
    public void search(Instant now, Consumer<Orphan> found) {
        areas.forEach(area -> search(area, area.root(), now, found));
    }

    /**
     * Every orphan within {@code folder}, which holds one or more jobs, uploads or dataset versions whole; for folders that are
     * known to be small.
     */
    public List<Orphan> list(ObjectPath folder, Instant now) {
        List<Orphan> orphans = new ArrayList<>();
        for (Area area : areas) {
            if (folder.equals(area.root()) || folder.isWithin(area.root())) {
                search(area, folder, now, orphans::add);
            }
        }
        return orphans;
    }

    private void search(Area area, ObjectPath within, Instant now, Consumer<Orphan> found) {
        Optional<ObjectPath> folder = Optional.empty();
        List<ObjectStatus> objects = new ArrayList<>();
        Iterator<ObjectStatus> bucket = store.stream(within.prefix()).iterator();
        while (bucket.hasNext()) {
            ObjectStatus object = bucket.next();
            Optional<ObjectPath> own = ObjectPath.folderOf(object.key(), area.depth());
            if (!own.equals(folder)) {
                folder.ifPresent(judgeAs(area, objects, now, found));
                folder = own;
                objects = new ArrayList<>();
            }
            objects.add(object);
        }
        folder.ifPresent(judgeAs(area, objects, now, found));
    }

    private static Consumer<ObjectPath> judgeAs(
            Area area, List<ObjectStatus> objects, Instant now, Consumer<Orphan> found) {
        return folder -> area.orphans(folder, objects, now).forEach(found);
    }
}
