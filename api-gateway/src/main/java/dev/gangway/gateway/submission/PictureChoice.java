package dev.gangway.gateway.submission;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Pictures of a user's own: an upload, or whatever lies under a prefix of the bucket.
 *
 * @param upload the upload's id
 * @param prefix the prefix, ending with a slash
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Pictures of one's own: an upload, or whatever lies under a prefix of the bucket.")
public record PictureChoice(
        UUID upload,

        @Size(min = 1, max = 500)
        @Schema(
                description =
                        "Ends with a slash. It lies under uploads/<team>/, or under a prefix that the operator allows.",
                examples = "uploads/default/attic/")
        String prefix) {

    /** Whether exactly one of the two is given. */
    @JsonIgnore
    @AssertTrue(message = "pictures are an upload, or a prefix")
    public boolean isEitherUploadOrPrefix() {
        return (upload == null) != (prefix == null);
    }
}
