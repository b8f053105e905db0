package dev.gangway.contracts.validation;

import java.util.List;

/** A value whose fields have to fit each other; see {@link FieldsFit}. */
public interface Fitting {

    /** What does not fit, each by the field that a client has to change; empty when everything does. */
    List<Misfit> misfits();
}
