/** How long the search for z takes, by several methods: the choice on validation images, the measurement on test images, the report. */
package dev.gangway.benchmarks.search;
