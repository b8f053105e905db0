package dev.gangway.local.process;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The built sources that the parts are started from.
 *
 * @param root the folder with the parent POM
 */
public record Checkout(Path root) {

    public Checkout {
        root = root.toAbsolutePath().normalize();
    }

    /** The folder with the embedded parts' jar. */
    public Path embeddedFolder() {
        return root.resolve("common/embedded/target");
    }

    /** The jar that starts {@code service}; a {@link GangwayException} when it is not built. */
    Path jarOf(Service service) {
        Path jar = root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new GangwayException("the " + service.role() + " is not built: " + jar
                    + " is missing; run `mvn -DskipTests -pl " + service.module() + " -am package` in " + root);
        }
        return jar;
    }
}
