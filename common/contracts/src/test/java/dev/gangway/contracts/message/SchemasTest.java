package dev.gangway.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.testing.GoldenMessages;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message type has a schema that says what its class says, and a golden message that fits it. */
class SchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final boolean WRITE = Boolean.getBoolean("gangway.schemas.write");
    private static final Path SOURCES = Path.of("src/main/resources/dev/gangway/contracts/message/schemas");

    static Set<String> types() {
        return MessageCodec.types();
    }

    /** {@code -Dgangway.schemas.write=true} writes the schemas anew after a message has got a new field. */
    @BeforeAll
    static void writeIfAsked() throws IOException {
        if (WRITE) {
            Files.createDirectories(SOURCES);
            for (String type : types()) {
                JsonNode schema = generator().generateSchema(MessageCodec.classOf(type));
                Files.writeString(SOURCES.resolve(type + ".json"), schema.toPrettyString() + "\n");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theShippedSchemaIsThatOfTheClass(String type) throws IOException {
        assertThat(shipped(type)).isEqualTo(generator().generateSchema(MessageCodec.classOf(type)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theGoldenMessageFitsTheSchema(String type) throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(shipped(type));
        assertThat(schema.validate(JSON.readTree(GoldenMessages.body(type)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theGoldenMessageIsReadAndWrittenAsItIs(String type) throws IOException, UnreadableMessageException {
        Object message = MessageCodec.read(type, GoldenMessages.body(type), MessageCodec.classOf(type));
        assertThat(JSON.readTree(MessageCodec.write(message))).isEqualTo(JSON.readTree(GoldenMessages.body(type)));
    }

    private static JsonNode shipped(String type) throws IOException {
        if (WRITE) {
            return JSON.readTree(SOURCES.resolve(type + ".json").toFile());
        }
        try (InputStream schema = MessageCodec.class.getResourceAsStream("schemas/" + type + ".json")) {
            assertThat(schema).as("a schema for " + type).isNotNull();
            return JSON.readTree(schema);
        }
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder configuration = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        configuration
                .forTypesInGeneral()
                .withCustomDefinitionProvider((type, context) -> typedId(type.getErasedType()));
        configuration.forFields().withRequiredCheck(SchemasTest::isRequired);
        return new SchemaGenerator(configuration.build());
    }

    /** Typed ids are plain strings in JSON. */
    private static CustomDefinition typedId(Class<?> type) {
        if (type != JobId.class && type != TeamId.class && type != CheckpointId.class) {
            return null;
        }
        ObjectNode definition = JSON.createObjectNode().put("type", "string");
        if (type == JobId.class) {
            definition.put("format", "uuid");
        }
        return new CustomDefinition(definition, true);
    }

    /** Where nulls are left out, of a message or of one component, only those are always there that cannot be null. */
    private static boolean isRequired(FieldScope field) {
        Class<?> owner = field.getDeclaringType().getErasedType();
        boolean leftOut = owner.isAnnotationPresent(JsonInclude.class)
                || field.getAnnotationConsideringFieldAndGetter(JsonInclude.class) != null;
        return !leftOut
                || field.getType().getErasedType().isPrimitive()
                || field.getAnnotationConsideringFieldAndGetter(NotNull.class) != null;
    }
}
