package dev.gangway.contracts.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.gangway.contracts.validation.FieldsFit;
import dev.gangway.contracts.validation.Fitting;
import dev.gangway.contracts.validation.Misfit;
import java.util.List;

/** What lasts for some updates, or for some epochs: passes over the training images. */
@FieldsFit
public interface HasLength extends Fitting {

    /** How many updates a length in epochs may turn out to be. */
    int MOST_UPDATES = 100_000_000;

    /** How many updates; null where epochs are given. */
    Integer updates();

    /** How many epochs; null where updates are given. */
    Integer epochs();

    /** How many updates it lasts at most; epochs are so many as no training may have more of. */
    @JsonIgnore
    default long mostUpdates() {
        return updates() == null ? MOST_UPDATES : updates();
    }

    /** That the length is not said, or said twice. */
    @Override
    default List<Misfit> misfits() {
        return (updates() == null) != (epochs() == null)
                ? List.of()
                : List.of(new Misfit("updates", "give either updates or epochs"));
    }
}
