/** The images that benchmarks run on. */
package dev.gangway.benchmarks.image;
