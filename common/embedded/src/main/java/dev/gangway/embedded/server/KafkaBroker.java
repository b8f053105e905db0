package dev.gangway.embedded.server;

import dev.gangway.contracts.Topics;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** One Kafka node that is broker and controller (KRaft combined mode), with Gangway's topics. */
final class KafkaBroker implements AutoCloseable {

    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final String bootstrap;

    private KafkaBroker(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /** Starts the node on {@code folder}, which is formatted when new, and creates the topics that are missing. */
    static KafkaBroker start(Path folder, int port) throws Exception {
        Files.createDirectories(folder);
        if (!Files.exists(folder.resolve("meta.properties"))) {
            format(folder);
        }
        int brokerPort = Loopback.portOrFree(port);
        KafkaRaftServer server = new KafkaRaftServer(
                new KafkaConfig(settings(folder, brokerPort, Loopback.portOrFree(0)), false), Time.SYSTEM);
        server.startup();
        KafkaBroker broker = new KafkaBroker(server, bootstrap(brokerPort));
        broker.createTopics(Topics.all());
        return broker;
    }

    /** What clients of a broker on {@code port} begin with. */
    static String bootstrap(int port) {
        return Loopback.ADDRESS + ":" + port;
    }

    String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(CONTROLLER)
                .setDirectories(List.of(folder.toString()))
                .setMetadataLogDirectory(folder.toString())
                .run();
    }

    private static Map<String, String> settings(Path folder, int brokerPort, int controllerPort) {
        String controller = Loopback.ADDRESS + ":" + controllerPort;
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@" + controller),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://" + Loopback.ADDRESS + ":" + brokerPort + ",CONTROLLER://" + controller),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", folder.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                // After a kill the controller waits for the old session's end before it lets the broker in again.
                Map.entry("broker.session.timeout.ms", "1500"),
                Map.entry("broker.heartbeat.interval.ms", "300"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "8"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                // The defaults are a server's: 128 MB for the cleaner alone would be a third of this heap.
                Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
                Map.entry("log.segment.bytes", "67108864"),
                Map.entry("log.index.size.max.bytes", "1048576"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("background.threads", "2"));
    }

    private void createTopics(List<Topics.Topic> topics) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            Set<String> present = admin.listTopics().names().get();
            admin.createTopics(topics.stream()
                            .filter(topic -> !present.contains(topic.name()))
                            .map(KafkaBroker::newTopic)
                            .toList())
                    .all()
                    .get();
        }
    }

    private static NewTopic newTopic(Topics.Topic topic) {
        return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings());
    }
}
