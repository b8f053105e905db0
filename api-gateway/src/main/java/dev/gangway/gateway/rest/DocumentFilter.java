package dev.gangway.gateway.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says of every operation in the OpenAPI document what it answers when it does not do what was asked, each a problem, and of every POST
 * that it can be repeated.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DocumentFilter implements OASFilter {

    private static final String PREFIX = "#/components/schemas/";
    private static final String KEY = """
            Names this request, 1 to 200 visible ASCII characters. Sent again under the same key, the same request (path, \
            parameters and body; JSON whatever its white space and order) is not done again but answered as before, with \
            `Idempotency-Replayed: true`, for 24 hours unless the operator set another time (`gangway.idempotency.keep`). \
            Another request under the key is a 422 `idempotency-key-reused`; while the first is worked on, a repetition waits \
            shortly and is a 409 `request-in-progress` with `Retry-After` then. A request that was refused or failed \
            leaves its key free.""";

    /** What any request can be answered with. */
    private static final Map<String, String> ANY = Map.of(
            "400",
                    "The request cannot be read, or names what there is not: an unknown or empty parameter, text that is none.",
            "406", "None of the types that are accepted can be answered with.",
            "410", "An object that belongs to it is missing in the store; the detail names it.",
            "415", "The body's type is none, or another, or the body is packed.",
            "429", "Too much is asked for at once; `Retry-After` says when to ask again.",
            "503", "Something that is needed is away or saturated; `Retry-After` says when to ask again.",
            "default", "A problem; its `code` is stable.");

    private static final Map<String, String> OF_A_PATH = Map.of("404", "There is no such thing.");

    private static final Map<String, String> OF_A_BODY =
            Map.of("408", "The body came too slowly.", "413", "The body is too long.");

    private static final Map<String, String> OF_A_CHANGE = Map.of(
            "409", "What there is does not allow it, or the same request is being worked on.",
            "422",
                    "The request can be read, and cannot be done: `errors` names each field at fault. Also a key that was used before.");

    private static final Map<String, String> OF_A_FILE =
            Map.of("409", "It is not there yet, or is not what was written.");

    @Override
    public Operation filterOperation(Operation operation) {
        declare(operation, ANY);
        if (operation.getRequestBody() != null) {
            declare(operation, OF_A_BODY);
        }
        if (operation.getParameters() != null) {
            operation.setParameters(withoutRepetitions(operation.getParameters()));
        }
        return operation;
    }

    /** Every POST can be repeated under a key: the filter in front of the resources sees to it. */
    @Override
    public PathItem filterPathItem(PathItem path) {
        path.getOperations().forEach((method, operation) -> {
            if (method == PathItem.HttpMethod.GET) {
                declare(operation, OF_A_FILE);
            } else {
                declare(operation, OF_A_CHANGE);
            }
            if (hasAPlace(operation)) {
                declare(operation, OF_A_PATH);
            }
        });
        if (path.getPOST() != null) {
            Parameter key = OASFactory.createParameter()
                    .name(IdempotencyFilter.HEADER)
                    .in(Parameter.In.HEADER)
                    .description(KEY)
                    .schema(text());
            List<Parameter> parameters = new ArrayList<>(
                    path.getPOST().getParameters() == null
                            ? List.of()
                            : path.getPOST().getParameters());
            parameters.removeIf(known -> known.getName().equals(IdempotencyFilter.HEADER));
            parameters.add(key);
            path.getPOST().setParameters(parameters);
        }
        return path;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema("Problem", problem());
    }

    private static boolean hasAPlace(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH);
    }

    /** What an operation says of itself stays; a framework's status without a body becomes a problem. */
    private static void declare(Operation operation, Map<String, String> statuses) {
        statuses.forEach((status, description) -> {
            APIResponse known = operation.getResponses().getAPIResponse(status);
            if (known == null || known.getContent() == null) {
                operation
                        .getResponses()
                        .addAPIResponse(status, problemResponse(known == null ? description : known.getDescription()));
            }
        });
    }

    /** A record of parameters is scanned twice, by its fields and by its constructor. */
    private static List<Parameter> withoutRepetitions(List<Parameter> parameters) {
        List<Parameter> kept = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (kept.stream().noneMatch(known -> known.getName().equals(parameter.getName()))) {
                kept.add(parameter);
            }
        }
        return kept;
    }

    private static APIResponse problemResponse(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(reference("Problem"))));
    }

    private static Schema problem() {
        Schema error = object("What is wrong with one field.", List.of("field", "message"));
        Schema problem = object("An error (RFC 9457).", List.of("type", "title", "detail", "code"));
        problem.addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER));
        problem.setRequired(List.of("type", "title", "status", "code"));
        problem.addProperty(
                "errors", OASFactory.createSchema().addType(SchemaType.ARRAY).items(error));
        return problem;
    }

    private static Schema object(String description, List<String> texts) {
        Schema object = OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
        texts.forEach(name -> object.addProperty(name, text()));
        return object;
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(PREFIX + name);
    }
}
