package dev.gangway.artifacts.store;

import java.io.IOException;

/** The content of an object that was read to its end is not what was written. */
public final class DamagedObjectException extends IOException {

    DamagedObjectException(String key, String found, String expected) {
        super("the object " + key + " has SHA-256 " + found + ", not " + expected);
    }
}
