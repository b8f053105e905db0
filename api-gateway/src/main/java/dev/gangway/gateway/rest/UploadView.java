package dev.gangway.gateway.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.artifacts.archive.FileNotice;
import dev.gangway.artifacts.archive.LeftOutFile;
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
 * @param leftOut files that nothing can be done with
 * @param notices what else is to be known
 * @param addresses by path, where each announced file is to be sent by PUT; left out otherwise
 * @param links where to go from here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Upload", description = "Pictures and masks that were sent for completion jobs.")
record UploadView(
        UUID id,
        int files,
        long bytes,

        @Schema(
                description =
                        "Files that nothing can be done with, up to 100, each with the reason; left out when there are none.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<LeftOutFile> leftOut,

        @Schema(description = "What else is to be known, such as which hidden files were left out.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<FileNotice> notices,

        Map<String, URI> addresses,
        Map<String, String> links) {

    private static final int SHOWN = 100;

    static UploadView of(Upload upload) {
        return new UploadView(
                upload.id(),
                upload.files(),
                upload.bytes(),
                upload.notes().leftOut().stream().limit(SHOWN).toList(),
                upload.notes().notices(),
                null,
                links(upload.id()));
    }

    static UploadView expecting(UUID id, Map<String, URI> addresses) {
        return new UploadView(id, 0, 0, List.of(), List.of(), addresses, links(id));
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
