/** What a person at a terminal sees. */
package dev.gangway.local.terminal;
