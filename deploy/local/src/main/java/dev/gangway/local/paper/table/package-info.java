/** Tables and curves of figures over several seeds, and how they are written. */
package dev.gangway.local.paper.table;
