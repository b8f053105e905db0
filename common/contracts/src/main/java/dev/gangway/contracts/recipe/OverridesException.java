package dev.gangway.contracts.recipe;

import dev.gangway.contracts.validation.Misfit;
import java.util.List;
import java.util.stream.Collectors;

/** Overrides name what their recipe does not have, or give it what does not belong there. */
public final class OverridesException extends IllegalArgumentException {

    private final transient List<Misfit> misfits;

    OverridesException(List<Misfit> misfits) {
        super(misfits.stream()
                .map(misfit -> (misfit.field().isEmpty() ? "the recipe" : misfit.field()) + ": " + misfit.message())
                .collect(Collectors.joining("; ")));
        this.misfits = List.copyOf(misfits);
    }

    /** Each field at fault, by its path in the recipe; empty for the whole of it. */
    public List<Misfit> misfits() {
        return misfits;
    }
}
