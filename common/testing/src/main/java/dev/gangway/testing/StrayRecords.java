package dev.gangway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Records as nobody should send them, drawn from a seed: headers without values or that are no text, bodies that are no JSON, too deep or very
 * large, messages with a value that does not belong there, and good messages about jobs that nobody knows.
 */
public final class StrayRecords {

    /** A header that every stray record has, by which its dead letter is known. */
    public static final String MARK = "stray";

    /** What names of workers in stray records begin with. */
    public static final String WORKER = "stray-";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String TYPE = "ce_type";
    private static final int NESTED = 50_000;
    private static final int LARGE_ONE_IN = 200;
    private static final int LARGE = 1_040_000;

    private final SplittableRandom random;
    private final List<String> types;

    /**
     * A supply of records.
     *
     * @param types the types of messages that are read where the records go
     */
    public StrayRecords(long seed, List<String> types) {
        this.random = new SplittableRandom(seed);
        this.types = List.copyOf(types);
    }

    /**
     * A header.
     *
     * @param value may be null
     */
    public record Header(String name, byte[] value) {}

    /**
     * A record.
     *
     * @param key never null, since topics that are compacted take no record without one
     * @param body may be null
     */
    public record Stray(byte[] key, byte[] body, List<Header> headers) {}

    /**
     * Sends so many records to a topic, without a key where that takes such, and waits until the broker has them.
     *
     * @param broker its address ({@code host:port})
     * @param keyed whether the topic takes no record without a key, because it is compacted
     */
    public void send(String broker, String topic, boolean keyed, int count) {
        List<Future<?>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "max.request.size", 2 * LARGE),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (Stray stray : next(count)) {
                ProducerRecord<byte[], byte[]> outgoing =
                        new ProducerRecord<>(topic, keyed || random.nextInt(4) > 0 ? stray.key() : null, stray.body());
                stray.headers().forEach(header -> outgoing.headers().add(header.name(), header.value()));
                sent.add(producer.send(outgoing));
            }
            for (Future<?> acknowledgement : sent) {
                acknowledgement.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the broker does not take the records for " + topic, e);
        }
    }

    /** The next so many. */
    public List<Stray> next(int count) {
        List<Stray> strays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            strays.add(next());
        }
        return strays;
    }

    private Stray next() {
        String type = oneOf(types);
        List<Header> headers = new ArrayList<>();
        headers.add(new Header(MARK, new byte[0]));
        boolean wellTyped = random.nextInt(3) > 0;
        headers.addAll(wellTyped ? List.of(new Header(TYPE, type.getBytes(UTF_8))) : oddHeaders(type));
        return new Stray(key(), wellTyped && random.nextInt(4) > 0 ? message(type) : oddBody(type), headers);
    }

    private byte[] key() {
        return switch (random.nextInt(4)) {
            case 0 -> uuid().getBytes(UTF_8);
            case 1 -> bytes(1 + random.nextInt(20));
            case 2 -> new byte[0];
            default -> ("key\0" + "k".repeat(random.nextInt(2_000))).getBytes(UTF_8);
        };
    }

    private List<Header> oddHeaders(String type) {
        byte[] good = type.getBytes(UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> List.of();
            case 1 -> List.of(new Header(TYPE, null));
            case 2 -> List.of(new Header(TYPE, bytes(20)));
            case 3 -> List.of(new Header(TYPE, good), new Header(TYPE, null));
            case 4 -> List.of(new Header(TYPE, (type + "9").getBytes(UTF_8)));
            case 5 -> List.of(new Header(TYPE, "dev.gangway.no-such-thing.v1".getBytes(UTF_8)));
            case 6 -> List.of(new Header(TYPE, good), new Header("ce_id", null), new Header("", bytes(3)));
            default -> manyHeaders(good);
        };
    }

    private List<Header> manyHeaders(byte[] type) {
        List<Header> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(new Header("gangway-topic", bytes(i)));
        }
        many.add(new Header(TYPE, type));
        return many;
    }

    private byte[] oddBody(String type) {
        if (random.nextInt(LARGE_ONE_IN) == 0) {
            return bytes(LARGE);
        }
        byte[] good = GoldenMessages.body(type);
        return switch (random.nextInt(9)) {
            case 0 -> null;
            case 1 -> new byte[0];
            case 2 -> bytes(1 + random.nextInt(200));
            case 3 -> "null".getBytes(UTF_8);
            case 4 -> Arrays.copyOf(good, random.nextInt(good.length));
            case 5 -> ("[".repeat(NESTED) + "]".repeat(NESTED)).getBytes(UTF_8);
            case 6 -> ("{\"a\":".repeat(NESTED) + "1" + "}".repeat(NESTED)).getBytes(UTF_8);
            case 7 -> ("{\"job\": " + "9".repeat(5_000) + "}").getBytes(UTF_8);
            default -> "\"text\"".getBytes(UTF_8);
        };
    }

    /** A message about a job that nobody knows; three of four have a value that does not belong there. */
    private byte[] message(String type) {
        try {
            ObjectNode message = (ObjectNode) JSON.readTree(GoldenMessages.body(type));
            nameAnew(message);
            if (random.nextInt(4) > 0) {
                misplace(message);
            }
            return JSON.writeValueAsBytes(message);
        } catch (IOException e) {
            throw new UncheckedIOException("the golden message " + type + " is not to be read", e);
        }
    }

    private void nameAnew(ObjectNode message) {
        ObjectNode named = message.path("origin") instanceof ObjectNode origin ? origin : message;
        if (named.has("job")) {
            named.put("job", uuid());
        }
        if (named.has("worker")) {
            named.put("worker", WORKER + random.nextInt(100));
        }
    }

    private void misplace(ObjectNode message) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(message, objects);
        ObjectNode object = oneOf(objects);
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (!names.isEmpty()) {
            String name = oneOf(names);
            if (random.nextInt(6) == 0) {
                object.remove(name);
            } else {
                object.set(name, misfit());
            }
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    private JsonNode misfit() {
        List<Supplier<JsonNode>> misfits = List.of(
                NODES::nullNode,
                NODES::objectNode,
                NODES::arrayNode,
                () -> NODES.numberNode(-1),
                () -> NODES.numberNode(Long.MAX_VALUE),
                () -> NODES.numberNode(new BigInteger("9".repeat(30))),
                () -> NODES.numberNode(new BigDecimal("1e400")),
                () -> NODES.booleanNode(true),
                () -> TextNode.valueOf(""),
                () -> TextNode.valueOf(WORKER + "\0"),
                () -> TextNode.valueOf(WORKER + "../../other"),
                () -> TextNode.valueOf(WORKER + "x".repeat(5_000)),
                () -> TextNode.valueOf("+999999999-12-31T23:59:59Z"),
                () -> TextNode.valueOf("NaN"),
                this::longArray);
        return oneOf(misfits).get();
    }

    private ArrayNode longArray() {
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < 1_000; i++) {
            array.add(i);
        }
        return array;
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
