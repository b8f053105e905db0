package dev.gangway.local.paper.plan;

/**
 * What a row of a table is about.
 *
 * @param label the row's heading
 * @param method how it was trained
 * @param stage whose end is measured
 */
public record Subject(String label, Method method, int stage) {}
