package dev.gangway.gateway.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says of every operation in the OpenAPI document that its errors are problems. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final String SCHEMA = "#/components/schemas/Problem";

    @Override
    public Operation filterOperation(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description("A problem; its `code` is stable.")
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref(SCHEMA)))));
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema("Problem", problem());
    }

    private static Schema problem() {
        Schema error = object("What is wrong with one field.", List.of("field", "message"));
        Schema problem = object("An error (RFC 9457).", List.of("type", "title", "detail", "code"));
        problem.addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER));
        problem.addProperty(
                "errors",
                OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(error));
        return problem;
    }

    private static Schema object(String description, List<String> texts) {
        Schema object =
                OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
        texts.forEach(text -> object.addProperty(text, OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        return object;
    }
}
