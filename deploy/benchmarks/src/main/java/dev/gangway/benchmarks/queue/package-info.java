/** What the length of the queue does to the gateway. */
package dev.gangway.benchmarks.queue;
