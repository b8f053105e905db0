package dev.gangway.contracts.recipe;

import dev.gangway.contracts.validation.FieldsFit;
import dev.gangway.contracts.validation.Fitting;
import dev.gangway.contracts.validation.Misfit;
import java.util.List;

/** What lasts for some updates, or for some epochs: passes over the training images. */
@FieldsFit
public interface HasLength extends Fitting {

    /** How many updates; null where epochs are given. */
    Integer updates();

    /** How many epochs; null where updates are given. */
    Integer epochs();

    /** That the length is not said, or said twice. */
    @Override
    default List<Misfit> misfits() {
        return (updates() == null) != (epochs() == null)
                ? List.of()
                : List.of(new Misfit("updates", "give either updates or epochs"));
    }
}
