package dev.gangway.local;

import dev.gangway.embedded.Endpoints;
import dev.gangway.local.process.Listener;
import dev.gangway.local.process.LocalSystem;
import dev.gangway.local.process.Part;
import dev.gangway.local.process.Selection;
import java.util.ArrayList;
import java.util.List;

/** Where a ready system answers, for the user to read. */
final class Addresses {

    private Addresses() {}

    /** A line for each address of {@code parts} and of the embedded parts. */
    static List<String> of(LocalSystem system, Selection parts) {
        Endpoints endpoints = system.endpoints();
        List<String> lines = new ArrayList<>();
        if (parts.contains(Part.GATEWAY)) {
            String gateway = "http://127.0.0.1:" + system.layout().port(Listener.GATEWAY);
            lines.add("API         " + gateway + "/v1");
            lines.add("Swagger UI  " + gateway + "/q/swagger-ui");
        }
        lines.add("broker      " + endpoints.kafkaBootstrap());
        lines.add("S3 store    " + endpoints.store().endpoint() + " (bucket "
                + endpoints.store().bucket() + ")");
        lines.add("database    " + endpoints.database().url());
        lines.add("data        " + system.home().folder());
        return lines;
    }
}
