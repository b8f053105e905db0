package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.dataset.DatasetDeletion;
import dev.gangway.gateway.dataset.DatasetImport;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Dataset;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.persistence.DatasetRepository;
import dev.gangway.gateway.text.PageLimit;
import io.vertx.core.http.HttpServerResponse;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Datasets over HTTP. */
@Path("/v1/datasets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets", description = "Images to learn from and to complete.")
class Datasets {

    private final DatasetRepository datasets;
    private final DatasetImport imports;
    private final DatasetDeletion deletion;
    private final Locations locations;

    Datasets(DatasetRepository datasets, DatasetImport imports, DatasetDeletion deletion, Locations locations) {
        this.deletion = deletion;
        this.locations = locations;
        this.datasets = datasets;
        this.imports = imports;
    }

    @POST
    @Unpacking
    @Consumes({"application/zip", "application/x-zip-compressed", "application/x-zip", "application/octet-stream"})
    @Operation(operationId = "importDataset", summary = "Import a dataset", description = """
                    The body is a ZIP archive of PNG, JPEG and WebP files, of at most 4 GiB unless the operator set another limit
                    (`gangway.datasets.archive-bytes`); it is kept on disk, not in memory, and may be sent in chunks. The
                    first of these that the archive has decides who goes where:

                    1. a split file `split.csv` or `split.txt` with a line `path,train` (or `validation`, or `test`) for
                       every image;
                    2. folders called `train` (or `training`), `validation` (`valid`, `val`, `dev`) and `test` (`testing`), in any case
                       and with or without folders around all of them; nothing else may lie beside them, no two mean one split, and none
                       lies in another. Folders of which only a part is such a word, as `train_images`, are refused.
                       Without a folder for validation a tenth of the training images, chosen by a seeded hash of their names, is set
                       aside for it;
                    3. an identity file, `identity.csv` with lines `file,person` or CelebA's `identity_CelebA.txt` with lines
                       `file person`: whole people go by a seeded hash to training, validation and test until each has its
                       share;
                    4. nothing: single images go by a seeded hash of their names.

                    With an identity file no person is ever in two splits; an archive that wants it is refused. Each image is
                    turned as its EXIF orientation says, cut to a square and resized with antialiasing. Importing under a name
                    that there is makes its next version. The first file at fault stops the import by its name, and nothing
                    stays; `preparation.split.why` says what decided, and `preparation.notices` which hidden files were left out.""")
    @APIResponse(
            responseCode = "201",
            description = "Imported; Location says where it is.",
            content = @Content(schema = @Schema(implementation = DatasetView.class)))
    public Response add(
            @BeanParam DatasetParameters parameters,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/zip",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    SeekableByteChannel archive,
            @Context HttpServerResponse response) {
        DatasetImport.Imported imported = imports.add(parameters.wish(), archive, response::closed);
        return Response.status(Response.Status.CREATED)
                .header(
                        HttpHeaders.LOCATION,
                        locations.of(DatasetView.path(imported.dataset().reference())))
                .entity(DatasetView.of(imported.dataset(), imported.preparation()))
                .build();
    }

    @GET
    @Operation(operationId = "listDatasets", summary = "List the datasets, each with its latest version")
    public Page<DatasetView> list(@QueryParam("limit") PageLimit limit, @QueryParam("cursor") Cursor cursor) {
        return datasets.page(TeamId.DEFAULT, Slice.of(limit, cursor)).map(DatasetView::of);
    }

    @GET
    @Path("{name}")
    @Operation(operationId = "listDatasetVersions", summary = "List a dataset's versions, latest first")
    public Page<DatasetView> versions(
            @PathParam("name") String name, @QueryParam("limit") PageLimit limit, @QueryParam("cursor") Cursor cursor) {
        Page<Dataset> versions = datasets.versions(TeamId.DEFAULT, name, Slice.of(limit, cursor));
        if (versions.items().isEmpty() && cursor == null) {
            throw RefusedException.notFound("unknown-dataset", "there is no dataset " + name);
        }
        return versions.map(DatasetView::of);
    }

    @GET
    @Path("{name}/versions/{version: 0|[1-9][0-9]*}")
    @Operation(operationId = "getDataset", summary = "Show a version of a dataset")
    public DatasetView get(@PathParam("name") String name, @PathParam("version") Integer version) {
        return datasets.find(TeamId.DEFAULT, name, version)
                .map(dataset -> DatasetView.of(dataset, imports.preparation(dataset.reference())))
                .orElseThrow(() -> unknown(name, version));
    }

    @DELETE
    @Path("{name}/versions/{version: 0|[1-9][0-9]*}")
    @Operation(
            operationId = "deleteDataset",
            summary = "Delete a version of a dataset that no job needs any more",
            description =
                    "A job that trains on it or completes its images needs it until it has ended. From then on nobody can name it, and"
                            + " its number is not given again; its objects go with the next collection. What was trained on it stays.")
    @APIResponse(responseCode = "204", description = "Deleted, now or before.")
    @APIResponse(responseCode = "404", description = "`unknown-dataset`: there never was such a version.")
    @APIResponse(
            responseCode = "409",
            description = "`dataset-in-use`: jobs that have not ended need it; the detail names them.")
    public void delete(@PathParam("name") String name, @PathParam("version") Integer version) {
        deletion.delete(TeamId.DEFAULT, name, version);
    }

    private RefusedException unknown(String name, int version) {
        String which = "dataset " + name + " version " + version;
        return datasets.wasDeleted(TeamId.DEFAULT, name, version)
                ? RefusedException.notFound("dataset-deleted", "the " + which + " was deleted")
                : RefusedException.notFound("unknown-dataset", "there is no " + which);
    }
}
