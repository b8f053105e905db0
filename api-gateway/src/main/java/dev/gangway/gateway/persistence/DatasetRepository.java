package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.Names;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Dataset;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.Slice;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The datasets that are complete in the store. */
@ApplicationScoped
public class DatasetRepository implements PanacheRepositoryBase<DatasetEntity, DatasetEntity.Key> {

    /** Enters a version that is complete in the store; entering it again changes nothing. */
    public void put(Dataset dataset) {
        getEntityManager().merge(DatasetEntity.of(dataset));
    }

    /** One version of a dataset, or the latest when {@code version} is null. */
    public Optional<Dataset> find(TeamId team, String name, Integer version) {
        var found = version == null
                ? find("team = ?1 and name = ?2 order by version desc", team.value(), name)
                : find("team = ?1 and name = ?2 and version = ?3", team.value(), name, version);
        return found.firstResultOptional().map(DatasetEntity::toDataset);
    }

    /** The versions of a dataset, latest first. */
    public List<Dataset> versions(TeamId team, String name) {
        return list("team = ?1 and name = ?2 order by version desc", team.value(), name).stream()
                .map(DatasetEntity::toDataset)
                .toList();
    }

    /** Each dataset's latest version, by name. */
    public Page<Dataset> page(TeamId team, Slice slice) {
        String after = slice.after()
                .map(last -> last.withParts(1).part(0, name -> Names.require("a dataset", name)))
                .orElse("");
        List<Dataset> found = find(
                        "from DatasetEntity d where d.team = :team and d.name > :after and d.version ="
                                + " (select max(v.version) from DatasetEntity v where v.team = d.team and v.name = d.name)"
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
