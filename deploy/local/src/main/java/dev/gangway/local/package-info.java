/** The {@code gangway} command: what the user types, and what is printed back. */
package dev.gangway.local;
