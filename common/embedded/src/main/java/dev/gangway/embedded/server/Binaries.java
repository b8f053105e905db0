package dev.gangway.embedded.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where PostgreSQL's programs are unpacked to, once for all data folders. */
final class Binaries {

    private Binaries() {}

    /** A folder beside this jar when that can be written to, else one of the user's among the temporary files. */
    static Path folder() {
        Path beside = Path.of(System.getProperty("java.class.path"))
                .toAbsolutePath()
                .getParent()
                .resolve("postgres-binaries");
        if (Files.isWritable(beside.getParent())) {
            return beside;
        }
        return Path.of(System.getProperty("java.io.tmpdir"), "gangway-postgres-" + System.getProperty("user.name"));
    }
}
