package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.Names;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Dataset;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.text.ReceivedValue;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The datasets that are complete in the store. Rows of deleted ones stay, so that no number is given twice. */
@ApplicationScoped
public class DatasetRepository implements PanacheRepositoryBase<DatasetEntity, DatasetEntity.Key> {

    /** Enters a version that is complete in the store; entering it again changes nothing. */
    public void put(Dataset dataset) {
        getEntityManager().merge(DatasetEntity.of(dataset));
    }

    /** One version of a dataset, or the latest when {@code version} is null. */
    public Optional<Dataset> find(TeamId team, String name, Integer version) {
        return query(team, name, version).firstResultOptional().map(DatasetEntity::toDataset);
    }

    /** The same, which nobody deletes before this transaction ends. */
    public Optional<Dataset> hold(TeamId team, String name, Integer version) {
        return query(team, name, version)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional()
                .map(DatasetEntity::toDataset);
    }

    /** The same, which nobody comes to need before this transaction ends. */
    public Optional<Dataset> lock(DatasetReference dataset) {
        return query(dataset.team(), dataset.name(), dataset.version())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(DatasetEntity::toDataset);
    }

    private PanacheQuery<DatasetEntity> query(TeamId team, String name, Integer version) {
        return version == null
                ? find("team = ?1 and name = ?2 and deletedAt is null order by version desc", team.value(), name)
                : find("team = ?1 and name = ?2 and version = ?3 and deletedAt is null", team.value(), name, version);
    }

    /** The highest number that a version of a dataset ever had, deleted ones included; 0 when there never was any. */
    public int latestNumber(TeamId team, String name) {
        return find("team = ?1 and name = ?2 order by version desc", team.value(), name)
                .firstResultOptional()
                .map(latest -> latest.version)
                .orElse(0);
    }

    /** Whether there was such a version that was deleted. */
    public boolean wasDeleted(TeamId team, String name, int version) {
        return count("team = ?1 and name = ?2 and version = ?3 and deletedAt is not null", team.value(), name, version)
                > 0;
    }

    /** Notes that a version is deleted. */
    public void delete(DatasetReference dataset, Instant at) {
        getEntityManager()
                .createNativeQuery("UPDATE dataset SET deleted_at = :at"
                        + " WHERE team = :team AND name = :name AND version = :version AND deleted_at IS NULL")
                .setParameter("at", at)
                .setParameter("team", dataset.team().value())
                .setParameter("name", dataset.name())
                .setParameter("version", dataset.version())
                .executeUpdate();
    }

    /** The versions of a dataset, latest first. */
    public Page<Dataset> versions(TeamId team, String name, Slice slice) {
        int before = slice.after()
                .map(last -> last.withParts(1).part(0, ReceivedValue::integer))
                .orElse(Integer.MAX_VALUE);
        List<Dataset> found = find(
                        "team = ?1 and name = ?2 and version < ?3 and deletedAt is null order by version desc",
                        team.value(),
                        name,
                        before)
                .range(0, slice.limit())
                .stream()
                .map(DatasetEntity::toDataset)
                .toList();
        return Page.of(
                found, slice.limit(), dataset -> Cursor.of(dataset.reference().version()));
    }

    /** Each dataset's latest version, by name. */
    public Page<Dataset> page(TeamId team, Slice slice) {
        String after = slice.after()
                .map(last -> last.withParts(1).part(0, name -> Names.require("a dataset", name)))
                .orElse("");
        List<Dataset> found = find(
                        "from DatasetEntity d where d.team = :team and d.name > :after and d.version ="
                                + " (select max(v.version) from DatasetEntity v where v.team = d.team and v.name = d.name"
                                + " and v.deletedAt is null)"
                                + " order by d.name",
                        Parameters.with("team", team.value()).and("after", after))
                .range(0, slice.limit())
                .stream()
                .map(DatasetEntity::toDataset)
                .toList();
        return Page.of(
                found, slice.limit(), dataset -> Cursor.of(dataset.reference().name()));
    }
}
