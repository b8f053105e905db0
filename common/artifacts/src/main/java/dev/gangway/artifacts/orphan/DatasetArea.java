package dev.gangway.artifacts.orphan;

import dev.gangway.artifacts.dataset.DatasetManifest;
import dev.gangway.artifacts.dataset.DatasetMismatchException;
import dev.gangway.artifacts.dataset.DatasetMissingException;
import dev.gangway.artifacts.dataset.DatasetReader;
import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code datasets/<team>/<name>/<version>/}. Where a manifest is damaged everything stays: it may be mended. */
final class DatasetArea implements Area {

    private static final ObjectPath ROOT = ObjectPath.of("datasets");
    private static final String FEATURES = "features";
    private static final String MANIFEST = "manifest.json";

    private static final Comparator<ObjectStatus> MANIFEST_FIRST = Comparator.comparing(object -> !isManifest(object));

    private final DatasetReader datasets;
    private final KnownWork known;
    private final Graces graces;

    DatasetArea(ObjectStore store, KnownWork known, Graces graces) {
        this.datasets = new DatasetReader(store);
        this.known = known;
        this.graces = graces;
    }

    @Override
    public ObjectPath root() {
        return ROOT;
    }

    @Override
    public int depth() {
        return 4;
    }

    @Override
    public List<Orphan> orphans(ObjectPath folder, List<ObjectStatus> objects, Instant now) {
        Optional<DatasetReference> dataset = dataset(folder);
        if (dataset.map(known::isDeleted).orElse(false)) {
            return objects.stream()
                    .sorted(MANIFEST_FIRST)
                    .map(object -> new Orphan(object, OrphanKind.DELETED_DATASET))
                    .toList();
        }
        Optional<Set<String>> needed = dataset.flatMap(this::named);
        if (needed.isEmpty()) {
            return List.of();
        }
        List<ObjectStatus> unnamed = objects.stream()
                .filter(object -> Area.within(folder, object)
                        .map(path ->
                                !path.part(0).equals(FEATURES) && !needed.get().contains(path.key()))
                        .orElse(false))
                .toList();
        // An import is as old as what it wrote last.
        return Graces.areOver(unnamed, now, graces.usual())
                ? unnamed.stream()
                        .map(object -> new Orphan(object, OrphanKind.DATASET_PART))
                        .toList()
                : List.of();
    }

    /** What a version's manifest names, itself included; nothing without one; empty when that cannot be told. */
    private Optional<Set<String>> named(DatasetReference dataset) {
        try {
            DatasetManifest manifest = datasets.manifest(dataset);
            Set<String> names = new HashSet<>(Set.of(MANIFEST));
            manifest.splits()
                    .values()
                    .forEach(shards ->
                            shards.forEach(shard -> names.add(shard.part().name())));
            names.add(manifest.meanImage().name());
            return Optional.of(names);
        } catch (DatasetMissingException e) {
            return Optional.of(Set.of());
        } catch (DatasetMismatchException e) {
            return Optional.empty();
        }
    }

    private static boolean isManifest(ObjectStatus object) {
        return ObjectPath.tryParse(object.key())
                .map(path -> path.name().equals(MANIFEST))
                .orElse(false);
    }

    private static Optional<DatasetReference> dataset(ObjectPath folder) {
        try {
            return Optional.of(
                    new DatasetReference(new TeamId(folder.part(1)), folder.part(2), Integer.parseInt(folder.part(3))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
