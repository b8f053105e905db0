/** The networks that benchmarks use, trained once. */
package dev.gangway.benchmarks.model;
