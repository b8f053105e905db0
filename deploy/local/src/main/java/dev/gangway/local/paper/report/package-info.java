/** The papers' tables, with what a run found. */
package dev.gangway.local.paper.report;
