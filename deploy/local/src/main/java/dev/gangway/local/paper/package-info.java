/** The papers' comparisons as jobs: planned, run over any interruption, and written as the papers' tables. */
package dev.gangway.local.paper;
