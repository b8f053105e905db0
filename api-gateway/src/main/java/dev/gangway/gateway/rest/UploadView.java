package dev.gangway.gateway.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.gateway.upload.Upload;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An upload as clients see it.
 *
 * @param id its id
 * @param files how many files have arrived
 * @param bytes their size together
 * @param addresses by path, where each announced file is to be sent by PUT; left out otherwise
 * @param links where to go from here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Upload", description = "Pictures and masks that were sent for completion jobs.")
record UploadView(UUID id, int files, long bytes, Map<String, URI> addresses, Map<String, String> links) {

    static UploadView of(Upload upload) {
        return new UploadView(upload.id(), upload.files().size(), upload.bytes(), null, links(upload.id()));
    }

    static UploadView expecting(UUID id, Map<String, URI> addresses) {
        return new UploadView(id, 0, 0, addresses, links(id));
    }

    static String path(UUID id) {
        return "/v1/uploads/" + id;
    }

    private static Map<String, String> links(UUID id) {
        return Map.of("self", path(id), "files", path(id) + "/files", "addresses", path(id) + "/addresses");
    }

    /** Files that are announced. */
    @Schema(name = "AnnouncedFiles", description = "The paths of files that are going to be sent.")
    record Announced(
            @Schema(
                    required = true,
                    description = "Where each lies within the upload.",
                    examples = "[\"images/attic.jpg\", \"masks/attic.png\"]")
            List<String> files) {

        Announced {
            files = files == null ? List.of() : files;
        }
    }
}
