package dev.gangway.gateway.collection;

import dev.gangway.artifacts.orphan.Orphan;
import dev.gangway.artifacts.orphan.OrphanKind;
import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.job.JobId;
import dev.gangway.gateway.collection.Collected.Tally;
import dev.gangway.gateway.upload.UploadUse;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Deletes orphans in portions as they are found, or only counts them. Manifests go before what they name. */
final class Sweep implements Consumer<Orphan> {

    private static final int PORTION = 1000;

    private final ObjectStore store;
    private final UploadUse use;
    private final boolean dryRun;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<Orphan> waiting = new ArrayList<>();
    private final Set<ObjectPath> deletedUploads = new LinkedHashSet<>();

    Sweep(ObjectStore store, UploadUse use, boolean dryRun) {
        this.use = use;
        this.store = store;
        this.dryRun = dryRun;
    }

    @Override
    public void accept(Orphan orphan) {
        waiting.add(orphan);
        if (waiting.size() == PORTION) {
            flush();
        }
    }

    /** Deletes what still waits; returns what was deleted of each kind. */
    Map<String, Tally> end() {
        flush();
        deletedUploads.forEach(folder -> QuarkusTransaction.requiringNew().run(() -> use.gone(folder)));
        return tallies;
    }

    private void flush() {
        if (!dryRun) {
            delete(true);
            delete(false);
            deleteUploads();
        }
        for (Orphan orphan : waiting) {
            Tally before = tallies.getOrDefault(orphan.kind().text(), Tally.NONE);
            tallies.put(orphan.kind().text(), before.plus(orphan.object().size()));
        }
        waiting.clear();
    }

    private void delete(boolean manifests) {
        List<String> keys = waiting.stream()
                .filter(orphan -> !isOfUpload(orphan))
                .map(orphan -> orphan.object().key())
                .filter(key -> isManifest(key) == manifests)
                .toList();
        if (!keys.isEmpty()) {
            store.deleteAll(keys);
        }
    }

    private void deleteUploads() {
        Map<ObjectPath, List<Orphan>> uploads = new LinkedHashMap<>();
        for (Orphan orphan : waiting) {
            if (isOfUpload(orphan)) {
                uploads.computeIfAbsent(upload(orphan.object().key()), first -> new ArrayList<>())
                        .add(orphan);
            }
        }
        uploads.forEach(this::deleteUpload);
    }

    /**
     * A job may have been submitted since the upload was found to be unused: it is asked once more, with the lock, and nobody can name the
     * upload before the first of its objects goes.
     */
    private void deleteUpload(ObjectPath folder, List<Orphan> orphans) {
        List<JobId> users = QuarkusTransaction.requiringNew().call(() -> use.delete(folder));
        if (users.isEmpty()) {
            store.deleteAll(
                    orphans.stream().map(orphan -> orphan.object().key()).toList());
            deletedUploads.add(folder);
        } else {
            waiting.removeAll(orphans);
        }
    }

    private static boolean isOfUpload(Orphan orphan) {
        return orphan.kind() == OrphanKind.UNUSED_UPLOAD || orphan.kind() == OrphanKind.DELETED_UPLOAD;
    }

    /** {@code uploads/<team>/<upload>}, whatever the rest of the key is like. */
    private static ObjectPath upload(String key) {
        return ObjectPath.folderOf(key, UploadStore.DEPTH).orElseThrow();
    }

    private static boolean isManifest(String key) {
        return ObjectPath.tryParse(key)
                .map(path -> path.name().equals("manifest.json"))
                .orElse(false);
    }
}
