/** What a run of the papers' comparisons does: which methods with which updates, and the jobs that they need. */
package dev.gangway.local.paper.plan;
