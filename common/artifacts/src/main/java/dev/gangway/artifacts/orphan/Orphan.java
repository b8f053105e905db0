package dev.gangway.artifacts.orphan;

import dev.gangway.artifacts.store.ObjectStatus;

/**
 * An object that nothing names.
 *
 * @param object which
 * @param kind what it was meant to be
 */
public record Orphan(ObjectStatus object, OrphanKind kind) {}
