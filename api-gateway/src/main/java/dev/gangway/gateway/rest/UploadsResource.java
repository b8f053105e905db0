package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.text.PageLimit;
import dev.gangway.gateway.upload.Upload;
import dev.gangway.gateway.upload.UploadListing;
import dev.gangway.gateway.upload.Uploads;
import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.channels.SeekableByteChannel;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Uploads over HTTP. */
@Path("/v1/uploads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Uploads", description = "Damaged pictures and their masks, to be completed by jobs.")
class UploadsResource {

    private final Uploads uploads;
    private final UploadListing listing;
    private final Locations locations;

    UploadsResource(Uploads uploads, UploadListing listing, Locations locations) {
        this.listing = listing;
        this.locations = locations;
        this.uploads = uploads;
    }

    @POST
    @Unpacking
    @Consumes({"application/zip", "application/x-zip-compressed", "application/x-zip", "application/octet-stream"})
    @Operation(operationId = "uploadArchive", summary = "Send pictures as an archive", description = """
                    A ZIP archive of PNG, JPEG and WebP files. Damaged pictures lie in `images/`, their masks in `masks/` under the same
                    name (the ending may differ), white where something is missing; `mask.png` at the top serves every picture
                    that has no mask of its own. `truth/` may hold undamaged pictures: then the job measures its result against
                    them. Without a folder `images/` whatever lies elsewhere is a picture. What single files hold is looked at
                    when they are completed, and one that cannot be read is reported alone.""")
    @APIResponse(
            responseCode = "201",
            description = "Kept; Location says where it is.",
            content = @Content(schema = @Schema(implementation = UploadView.class)))
    public Response sendArchive(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/zip",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    SeekableByteChannel archive,
            @Context HttpServerResponse response) {
        return created(UploadView.of(uploads.receive(TeamId.DEFAULT, archive, response::closed)));
    }

    @POST
    @Unpacking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "uploadFiles", summary = "Send pictures as single files")
    @APIResponse(
            responseCode = "201",
            description = "Kept; Location says where it is.",
            content = @Content(schema = @Schema(implementation = UploadView.class)))
    public Response sendFiles(@BeanParam UploadForm form, @Context HttpServerResponse response) {
        return created(UploadView.of(uploads.receive(TeamId.DEFAULT, form.files(), response::closed)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "announceUpload",
            summary = "Announce pictures, to be sent to the store itself",
            description =
                    "Gives an address for each file, which takes it by PUT without credentials for a while. Submit the"
                            + " job when all have been sent.")
    @APIResponse(
            responseCode = "201",
            description = "The addresses; nothing has arrived yet.",
            content = @Content(schema = @Schema(implementation = UploadView.class)))
    public Response announce(@NotNull UploadView.Announced request) {
        UUID id = uploads.begin();
        return created(addresses(id, request));
    }

    @POST
    @Path("{id}/addresses")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "announceMore", summary = "Announce more pictures of an upload, or the same once more")
    public UploadView announceMore(@PathParam("id") UUID id, @NotNull UploadView.Announced request) {
        return addresses(id, request);
    }

    @GET
    @Listing
    @Path("{id}")
    @Operation(operationId = "getUpload", summary = "Show what has arrived of an upload")
    public UploadView get(@PathParam("id") UUID id) {
        return UploadView.of(listing.find(TeamId.DEFAULT, id));
    }

    @GET
    @Path("{id}/files")
    @Operation(operationId = "listUploadedFiles", summary = "List the files of an upload by their paths")
    public Page<Upload.File> files(
            @PathParam("id") UUID id, @QueryParam("limit") PageLimit limit, @QueryParam("cursor") Cursor cursor) {
        return listing.files(TeamId.DEFAULT, id, Slice.of(limit, cursor));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteUpload",
            summary = "Delete an upload that no job needs any more",
            description = "From then on nobody can name it; its files go with the next collection.")
    @APIResponse(responseCode = "204", description = "Deleted, or not there.")
    @APIResponse(responseCode = "409", description = "A job that has not ended needs it; the detail names the job.")
    public void delete(@PathParam("id") UUID id) {
        uploads.delete(TeamId.DEFAULT, id);
    }

    private UploadView addresses(UUID id, UploadView.Announced request) {
        return UploadView.expecting(id, uploads.addresses(TeamId.DEFAULT, id, request.files()));
    }

    private Response created(UploadView view) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, locations.of(UploadView.path(view.id())))
                .entity(view)
                .build();
    }
}
