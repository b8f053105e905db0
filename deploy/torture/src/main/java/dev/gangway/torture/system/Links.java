package dev.gangway.torture.system;

import dev.gangway.embedded.Endpoints;
import dev.gangway.embedded.Server;
import dev.gangway.local.process.Layout;
import dev.gangway.local.process.Listener;
import java.util.Map;

/** The links of one service to database and store, each by a relay of its own. The broker names its own address, so none leads there. */
final class Links implements AutoCloseable {

    private static final Map<Server, Listener> LED_TO =
            Map.of(Server.DATABASE, Listener.POSTGRES, Server.STORE, Listener.S3);

    private final Layout layout;
    private final Map<Server, Relay> relays;

    Links(Layout layout) {
        this.layout = layout;
        this.relays =
                Map.of(Server.DATABASE, relay(layout, Server.DATABASE), Server.STORE, relay(layout, Server.STORE));
    }

    /** Cuts the link to {@code server} while {@code meanwhile} runs. */
    void cut(Server server, Runnable meanwhile) {
        relays.get(server).cut();
        try {
            meanwhile.run();
        } finally {
            relays.get(server).mend();
        }
    }

    /** Where the service finds the servers that answer at {@code servers}. */
    Endpoints over(Endpoints servers) {
        Endpoints.Store store = servers.store();
        return new Endpoints(
                servers.pid(),
                servers.kafkaBootstrap(),
                new Endpoints.Store(
                        over(Server.STORE, store.endpoint()), store.accessKey(), store.secretKey(), store.bucket()),
                new Endpoints.Database(
                        over(Server.DATABASE, servers.database().url()),
                        servers.database().logins()));
    }

    @Override
    public void close() {
        relays.values().forEach(Relay::close);
    }

    private String over(Server server, String address) {
        return address.replace(
                ":" + layout.port(LED_TO.get(server)), ":" + relays.get(server).port());
    }

    private static Relay relay(Layout layout, Server server) {
        return Relay.to(layout.port(LED_TO.get(server)));
    }
}
