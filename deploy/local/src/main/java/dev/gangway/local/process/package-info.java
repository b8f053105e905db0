/** The parts of a Gangway on one machine: their ports, how each is started, found again, watched and stopped. */
package dev.gangway.local.process;
