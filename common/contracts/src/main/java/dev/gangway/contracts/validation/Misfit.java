package dev.gangway.contracts.validation;

/**
 * One field that does not fit the others.
 *
 * @param field its name in JSON; empty when no single one is to blame
 * @param message what is wrong with it
 */
public record Misfit(String field, String message) {}
