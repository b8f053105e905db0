package dev.gangway.gateway.submission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.contracts.job.Names;
import dev.gangway.contracts.training.Retention;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A wish to train networks.
 *
 * @param recipe a shipped recipe's name
 * @param overrides what to change in it, as a JSON Merge Patch; an array's element is addressed by its index as a key
 * @param model the name under which checkpoints are stored
 * @param dataset what to learn from
 * @param datasetVersion which version of it; the latest when left out
 * @param retention which checkpoints are kept; the usual ones when left out
 */
@Schema(description = "A wish to train networks by a recipe.")
public record TrainingRequest(
        @NotNull @Size(min = 1, max = 63) @Schema(description = "A shipped recipe's name.", examples = "rankgan-quick")
        String recipe,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Laid over the recipe as a JSON Merge Patch (RFC 7396); an element of an array is "
                        + "addressed by its index as a key.",
                examples = "{\"seed\": 7, \"stages\": {\"2\": {\"updates\": 100}}}")
        JsonNode overrides,

        @NotNull
        @Pattern(regexp = Names.PATTERN, message = "must be lower-case letters, digits and inner hyphens, at most 63")
        @Schema(description = "The name under which checkpoints are stored.", examples = "faces")
        String model,

        @NotNull
        @Pattern(regexp = Names.PATTERN, message = "must be lower-case letters, digits and inner hyphens, at most 63")
        @Schema(description = "The dataset to learn from.", examples = "cifar")
        String dataset,

        @Min(1) @Schema(description = "Which version of it; the latest when left out.", examples = "1")
        Integer datasetVersion,

        @Valid
        @Schema(
                description =
                        "Which checkpoints are kept: the last so many of the stage that the job has come to (2 unless"
                                + " said), of each stage that with the smallest gap on held-out images (not unless said), and the"
                                + " end of every or of the last stage (every unless said). The newest is kept always, the newest"
                                + " two while the job runs, and whatever a running completion job uses.")
        Retention retention) {}
