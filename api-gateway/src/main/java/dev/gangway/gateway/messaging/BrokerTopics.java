package dev.gangway.gateway.messaging;

import dev.gangway.contracts.Topics.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics as they are meant to be, and says of those that there are how they differ; it changes none of these. */
final class BrokerTopics {

    private final Admin broker;
    private final short replication;

    BrokerTopics(Admin broker, short replication) {
        this.broker = broker;
        this.replication = replication;
    }

    /** Creates the missing ones of {@code topics}; gives their names. */
    List<String> create(List<Topic> topics) throws ExecutionException, InterruptedException {
        Set<String> present = broker.listTopics().names().get();
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !present.contains(topic.name()))
                .map(this::newTopic)
                .toList();
        List<String> created = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<Void>> creation :
                broker.createTopics(missing).values().entrySet()) {
            if (isCreated(creation.getValue())) {
                created.add(creation.getKey());
            }
        }
        return created;
    }

    /** Another replica may be quicker. */
    private static boolean isCreated(KafkaFuture<Void> creation) throws ExecutionException, InterruptedException {
        try {
            creation.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    private NewTopic newTopic(Topic topic) {
        return new NewTopic(topic.name(), topic.partitions(), replication).configs(topic.settings());
    }

    /** How those of {@code topics} that there are differ from what is meant, a sentence each. */
    List<String> differences(List<Topic> topics) throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> described = broker.describeTopics(
                        topics.stream().map(Topic::name).toList())
                .allTopicNames()
                .get();
        Map<ConfigResource, Config> configs = broker.describeConfigs(
                        topics.stream().map(BrokerTopics::resource).toList())
                .all()
                .get();
        List<String> differences = new ArrayList<>();
        for (Topic topic : topics) {
            partitions(topic, described.get(topic.name())).ifPresent(differences::add);
            differences.addAll(settings(topic, configs.get(resource(topic))));
        }
        return differences;
    }

    private static Optional<String> partitions(Topic topic, TopicDescription found) {
        int partitions = found.partitions().size();
        return partitions >= topic.partitions()
                ? Optional.empty()
                : Optional.of(topic.name() + " has " + partitions + " partitions, meant are " + topic.partitions());
    }

    private static List<String> settings(Topic topic, Config found) {
        List<String> differences = new ArrayList<>();
        topic.settings().forEach((name, meant) -> {
            ConfigEntry entry = found.get(name);
            if (entry == null || !meant.equals(entry.value())) {
                String value = entry == null ? "nothing" : entry.value();
                differences.add(topic.name() + " has " + name + "=" + value + ", meant is " + meant);
            }
        });
        return differences;
    }

    private static ConfigResource resource(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }
}
