package dev.gangway.gateway.job;

/**
 * A job has moved. Told to observers in the transaction that moves it, under the lock of the job's row.
 *
 * @param job the job as it stands then
 * @param move how it came there
 */
public record JobMoved(Job job, Move move) {}
