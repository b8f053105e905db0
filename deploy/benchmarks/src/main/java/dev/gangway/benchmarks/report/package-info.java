/** Where reports of benchmarks go. */
package dev.gangway.benchmarks.report;
