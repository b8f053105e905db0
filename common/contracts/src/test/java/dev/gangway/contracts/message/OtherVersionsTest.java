package dev.gangway.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.gangway.contracts.completion.CompletionTask.CompleteImages;
import dev.gangway.contracts.completion.CompletionTask.MergeFigures;
import dev.gangway.contracts.event.JobEvent.Progressed;
import dev.gangway.contracts.event.Progress;
import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.training.TrainingJob;
import dev.gangway.testing.GoldenMessages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services of different versions understand each other while one after the other is replaced. */
class OtherVersionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Set<String> types() {
        return MessageCodec.types();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.gangway.training-job.v1",
                "dev.gangway.job-started.v1",
                "dev.gangway.job-progressed.v1",
                "dev.gangway.complete-images.v1",
                "dev.gangway.merge-figures.v1"
            })
    void whatWasKeptStillFitsTheSchemaAndIsRead(String type) throws IOException, UnreadableMessageException {
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema(type))
                        .validate(JSON.readTree(GoldenMessages.old(type))))
                .isEmpty();
        assertThat(MessageCodec.read(type, GoldenMessages.old(type), Object.class))
                .isInstanceOf(MessageCodec.classOf(type));
    }

    @Test
    void whatAnOlderWriterLeftOutHasItsDefault() throws UnreadableMessageException {
        CompleteImages task = old("dev.gangway.complete-images.v1", CompleteImages.class);
        assertThat(task.showFaces()).isFalse();
        assertThat(task.settings()).isEqualTo(new CompletionSettings(0.1, 200, 0.05, CompletionSettings.Start.ENCODER));
        assertThat(task.mask().percent()).isEqualTo(25);
        assertThat(old("dev.gangway.merge-figures.v1", MergeFigures.class).seed())
                .isNull();
        Progress.Training progress = (Progress.Training)
                old("dev.gangway.job-progressed.v1", Progressed.class).progress();
        assertThat(progress.step()).isEqualTo(50);
        assertThat(progress.gap()).isNull();
        assertThat(progress.secondsLeft()).isNull();
        assertThat(old("dev.gangway.training-job.v1", TrainingJob.class)
                        .recipe()
                        .stages())
                .hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("types")
    void fieldsOfANewerWriterAreIgnoredWhereverTheyStand(String type) throws IOException, UnreadableMessageException {
        JsonNode golden = JSON.readTree(GoldenMessages.body(type));
        Object meant = MessageCodec.read(type, JSON.writeValueAsBytes(golden), Object.class);
        for (ObjectNode object : records(golden)) {
            object.putObject("addedLater").put("by", "a newer writer");
        }
        assertThat(JSON.readTree(
                        MessageCodec.write(MessageCodec.read(type, JSON.writeValueAsBytes(golden), Object.class))))
                .isEqualTo(JSON.readTree(MessageCodec.write(meant)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void fieldsThatTheSchemaCallsOptionalMayBeMissing(String type) throws IOException, UnreadableMessageException {
        JsonNode schema = schema(type);
        JsonNode required = schema.path("required");
        ObjectNode golden = (ObjectNode) JSON.readTree(GoldenMessages.body(type));
        List<String> names = new ArrayList<>();
        required.forEach(name -> names.add(name.asText()));
        golden.retain(names);
        assertThat(MessageCodec.read(type, JSON.writeValueAsBytes(golden), Object.class))
                .isInstanceOf(MessageCodec.classOf(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.gangway.training-job.v2", "dev.gangway.job-progressed.v10"})
    void aVersionThatIsNotReadHereIsRefusedAsSuch(String type) {
        assertThatThrownBy(() -> MessageCodec.read(type, "{}".getBytes(StandardCharsets.UTF_8), Object.class))
                .isInstanceOfSatisfying(UnreadableMessageException.class, refused -> assertThat(refused.code())
                        .isEqualTo("type-version-unknown"))
                .hasMessageContaining(type);
    }

    /** The objects that are records: those that hold figures by name have no fields to add. */
    private static List<ObjectNode> records(JsonNode node) {
        List<ObjectNode> found = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            found.add(object);
        }
        node.properties().forEach(field -> {
            if (!Set.of("losses", "figures", "values").contains(field.getKey())) {
                found.addAll(records(field.getValue()));
            }
        });
        if (node.isArray()) {
            node.forEach(element -> found.addAll(records(element)));
        }
        return found;
    }

    private static <T> T old(String type, Class<T> expected) throws UnreadableMessageException {
        return MessageCodec.read(type, GoldenMessages.old(type), expected);
    }

    private static JsonNode schema(String type) throws IOException {
        try (InputStream schema = MessageCodec.class.getResourceAsStream("schemas/" + type + ".json")) {
            return JSON.readTree(schema);
        }
    }
}
