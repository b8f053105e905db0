package dev.gangway.gateway.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.contracts.validation.FieldsFit;
import dev.gangway.contracts.validation.Fitting;
import dev.gangway.contracts.validation.Misfit;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Pictures of a user's own: an upload, or whatever lies under a prefix of the bucket.
 *
 * @param upload the upload's id
 * @param prefix the prefix, ending with a slash
 */
@FieldsFit
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Pictures of one's own: an upload, or whatever lies under a prefix of the bucket.")
public record PictureChoice(
        UUID upload,

        @Size(min = 1, max = 500)
        @Schema(
                description =
                        "Ends with a slash. It lies under uploads/<team>/, or under a prefix that the operator allows.",
                examples = "uploads/default/attic/")
        String prefix)
        implements Fitting {

    @Override
    public List<Misfit> misfits() {
        if (upload == null && prefix == null) {
            return List.of(new Misfit("", "are an upload, or a prefix"));
        }
        return upload != null && prefix != null
                ? List.of(new Misfit("prefix", "must be left out where an upload is given"))
                : List.of();
    }
}
