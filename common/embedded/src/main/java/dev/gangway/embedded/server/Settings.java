package dev.gangway.embedded.server;

import dev.gangway.embedded.Server;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param data the folder that keeps everything, absolute
 * @param kafkaPort the broker's port, 0 for any free one
 * @param storePort the S3 store's port, 0 for any free one
 * @param postgresPort the database's port, 0 for any free one
 * @param servers which of the three are started
 * @param exitWithParent whether to end when standard input does
 */
record Settings(
        Path data, int kafkaPort, int storePort, int postgresPort, Set<Server> servers, boolean exitWithParent) {

    static final String USAGE =
            "usage: --data DIR [--kafka-port N] [--s3-port N] [--postgres-port N] [--only kafka|s3|postgres] [--exit-with-parent]";

    private static final String EXIT_WITH_PARENT = "--exit-with-parent";

    /** Reads a command line; throws {@link IllegalArgumentException} with a message for the user. */
    static Settings parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals(EXIT_WITH_PARENT)) {
                values.put(name, name);
            } else if (i + 1 < arguments.length) {
                values.put(name, arguments[++i]);
            } else {
                throw new IllegalArgumentException(name + " needs a value; " + USAGE);
            }
        }
        return taken(values);
    }

    private static Settings taken(Map<String, String> values) {
        String data = values.remove("--data");
        if (data == null) {
            throw new IllegalArgumentException("--data is missing; " + USAGE);
        }
        Settings settings = new Settings(
                Path.of(data).toAbsolutePath().normalize(),
                port(values.remove("--kafka-port")),
                port(values.remove("--s3-port")),
                port(values.remove("--postgres-port")),
                servers(values.remove("--only")),
                values.remove(EXIT_WITH_PARENT) != null);
        if (!values.isEmpty()) {
            throw new IllegalArgumentException("unknown: " + String.join(" ", values.keySet()) + "; " + USAGE);
        }
        return settings;
    }

    private static Set<Server> servers(String only) {
        if (only == null) {
            return EnumSet.allOf(Server.class);
        }
        return EnumSet.of(Server.labelled(only)
                .orElseThrow(() -> new IllegalArgumentException("no such server: " + only + "; " + USAGE)));
    }

    private static int port(String text) {
        if (text == null) {
            return 0;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("no such port: " + text);
        }
        return Integer.parseInt(text);
    }
}
