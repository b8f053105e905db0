package dev.gangway.artifacts.orphan;

import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import java.time.Instant;
import java.util.List;

/** {@code uploads/<team>/<upload>/}. An upload goes as a whole, or stays. */
final class UploadArea implements Area {

    private final KnownWork known;
    private final Graces graces;

    UploadArea(KnownWork known, Graces graces) {
        this.known = known;
        this.graces = graces;
    }

    @Override
    public ObjectPath root() {
        return UploadStore.ROOT;
    }

    @Override
    public int depth() {
        return 3;
    }

    @Override
    public List<Orphan> orphans(ObjectPath folder, List<ObjectStatus> objects, Instant now) {
        if (known.isDeleted(folder)) {
            return all(objects, OrphanKind.DELETED_UPLOAD);
        }
        boolean unused = Graces.areOver(objects, now, graces.uploads())
                && known.lastUse(folder)
                        .map(use -> use.isBefore(now.minus(graces.uploads())))
                        .orElse(true);
        return unused ? all(objects, OrphanKind.UNUSED_UPLOAD) : List.of();
    }

    private static List<Orphan> all(List<ObjectStatus> objects, OrphanKind kind) {
        return objects.stream().map(object -> new Orphan(object, kind)).toList();
    }
}
