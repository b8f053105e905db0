/** The {@code run} command: which benchmark, how large, and where its results go. */
package dev.gangway.benchmarks;
