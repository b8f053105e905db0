package dev.gangway.gateway.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Delivery;
import dev.gangway.gateway.job.DeliveryId;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.job.Webhook;
import dev.gangway.gateway.job.WebhookId;
import dev.gangway.gateway.notification.Deliveries;
import dev.gangway.gateway.notification.WebhookChanges;
import dev.gangway.gateway.notification.WebhookRequest;
import dev.gangway.gateway.notification.Webhooks;
import dev.gangway.gateway.text.PageLimit;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Webhooks over HTTP. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Addresses that are told of jobs.")
class WebhooksResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Webhooks webhooks;
    private final WebhookChanges changes;
    private final Deliveries deliveries;
    private final Locations locations;

    WebhooksResource(Webhooks webhooks, WebhookChanges changes, Deliveries deliveries, Locations locations) {
        this.locations = locations;
        this.webhooks = webhooks;
        this.changes = changes;
        this.deliveries = deliveries;
    }

    @POST
    @LookingUp
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createWebhook", summary = "Be told of jobs", description = """
                    Events are sent by POST as CloudEvents (`application/cloudevents+json`), at least once and in no certain order.
                    `Gangway-Event-Id` is the same at every attempt. `Gangway-Signature` is `v1=` and, in hexadecimal digits,
                    HMAC-SHA256 under the secret of `Gangway-Timestamp`, a dot and the body; for a day after a change of the secret
                    there are two of these, separated by a comma, and one that agrees is enough. Any status of 200 to 299 within ten
                    seconds says that the event has arrived, and 410 that no more are wanted; whatever else is answered, it is
                    sent again, less and less often, for about a day, and not before the `Retry-After` of a 429 or 503 is over
                    (eight hours at most).""")
    @APIResponse(
            responseCode = "201",
            description = "Made; Location says where it is. The secret is not shown again.",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response create(@NotNull WebhookRequest request) {
        Webhook webhook = webhooks.create(TeamId.DEFAULT, request);
        return Response.status(Response.Status.CREATED)
                .header(
                        HttpHeaders.LOCATION,
                        locations.of(WebhookView.path(webhook.id().value())))
                .entity(WebhookView.withSecret(webhook))
                .build();
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "List the webhooks, newest first")
    public Page<WebhookView> list(@QueryParam("limit") PageLimit limit, @QueryParam("cursor") Cursor cursor) {
        return webhooks.page(TeamId.DEFAULT, Slice.of(limit, cursor)).map(WebhookView::of);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getWebhook", summary = "Show a webhook")
    public WebhookView get(@PathParam("id") UUID id) {
        return WebhookView.of(webhooks.find(TeamId.DEFAULT, new WebhookId(id)));
    }

    @PATCH
    @LookingUp
    @Path("{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(operationId = "changeWebhook", summary = "Change a webhook, or switch it on or off", description = """
                    A JSON merge patch (RFC 7396): fields that are left out stay, and a field that is null becomes what it is when left
                    out at creation. `{"enabled": true}` switches on again what a 410 or somebody switched off; what was given up
                    meanwhile is sent by wish (`redeliver`). Switching off gives up what is still to be sent. When the secret changes,
                    events carry signatures with both the new and the former one until `formerSecretUntil`, a day unless the operator
                    set another time (`gangway.webhooks.former-secret-counts`); null has a new one made, which the answer shows. An
                    address is checked as at creation.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MERGE_PATCH,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(name = "url", type = SchemaType.STRING),
                                                @SchemaProperty(
                                                        name = "kinds",
                                                        type = SchemaType.ARRAY,
                                                        implementation = String.class,
                                                        nullable = true),
                                                @SchemaProperty(
                                                        name = "events",
                                                        type = SchemaType.ARRAY,
                                                        implementation = String.class,
                                                        nullable = true),
                                                @SchemaProperty(
                                                        name = "model",
                                                        type = SchemaType.STRING,
                                                        nullable = true),
                                                @SchemaProperty(
                                                        name = "secret",
                                                        type = SchemaType.STRING,
                                                        nullable = true),
                                                @SchemaProperty(
                                                        name = "enabled",
                                                        type = SchemaType.BOOLEAN,
                                                        nullable = true)
                                            })))
    @APIResponse(
            responseCode = "200",
            description = "Changed. The secret is shown if it was in the patch.",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public WebhookView change(@PathParam("id") UUID id, @NotNull ObjectNode request) {
        Webhook webhook = changes.change(TeamId.DEFAULT, new WebhookId(id), request);
        return request.has(WebhookChanges.SECRET) ? WebhookView.withSecret(webhook) : WebhookView.of(webhook);
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteWebhook", summary = "Delete a webhook with what is still to be sent to it")
    @APIResponse(responseCode = "204", description = "Deleted, or not there.")
    public void delete(@PathParam("id") UUID id) {
        webhooks.delete(TeamId.DEFAULT, new WebhookId(id));
    }

    @POST
    @Path("{id}/test")
    @Operation(operationId = "testWebhook", summary = "Send an event that tells nothing, to try a webhook")
    @APIResponse(
            responseCode = "202",
            description = "To be sent; Location says what becomes of it.",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response test(@PathParam("id") UUID id) {
        return accepted(deliveries.ping(TeamId.DEFAULT, new WebhookId(id)));
    }

    @GET
    @Path("{id}/deliveries")
    @Operation(operationId = "listDeliveries", summary = "List what was sent to a webhook, newest first")
    public Page<DeliveryView> deliveries(
            @PathParam("id") UUID id, @QueryParam("limit") PageLimit limit, @QueryParam("cursor") Cursor cursor) {
        return deliveries
                .page(TeamId.DEFAULT, new WebhookId(id), Slice.of(limit, cursor))
                .map(DeliveryView::of);
    }

    @GET
    @Path("{id}/deliveries/{delivery}")
    @Operation(operationId = "getDelivery", summary = "Show what became of a delivery")
    public DeliveryView delivery(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
        return DeliveryView.of(deliveries.find(TeamId.DEFAULT, new WebhookId(id), new DeliveryId(delivery)));
    }

    @POST
    @Path("{id}/deliveries/{delivery}/redeliver")
    @Operation(
            operationId = "redeliver",
            summary = "Send an event once more",
            description = "With all attempts, at once and under the same event id, also when it was delivered.")
    @APIResponse(
            responseCode = "202",
            description = "To be sent; Location says what becomes of it.",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response redeliver(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
        return accepted(deliveries.repeat(TeamId.DEFAULT, new WebhookId(id), new DeliveryId(delivery)));
    }

    private Response accepted(Delivery delivery) {
        return Response.accepted(DeliveryView.of(delivery))
                .header(HttpHeaders.LOCATION, locations.of(DeliveryView.path(delivery)))
                .build();
    }
}
