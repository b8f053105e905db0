package dev.gangway.gateway.rest;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Delivery;
import dev.gangway.gateway.job.DeliveryId;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.Webhook;
import dev.gangway.gateway.job.WebhookId;
import dev.gangway.gateway.notification.Deliveries;
import dev.gangway.gateway.notification.WebhookRequest;
import dev.gangway.gateway.notification.Webhooks;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Webhooks over HTTP. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Addresses that are told of jobs.")
class WebhooksResource {

    private final Webhooks webhooks;
    private final Deliveries deliveries;

    WebhooksResource(Webhooks webhooks, Deliveries deliveries) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createWebhook", summary = "Be told of jobs", description = """
                    Events are sent by POST as CloudEvents (`application/cloudevents+json`), at least once and in no certain order.
                    `Gangway-Event-Id` is the same at every attempt. `Gangway-Signature` is `v1=` and, in hexadecimal digits,
                    HMAC-SHA256 under the secret of `Gangway-Timestamp`, a dot and the body. Any status of 200 to 299 within ten
                    seconds says that the event has arrived, and 410 that no more are wanted; whatever else is answered, it is
                    sent again, less and less often, for about a day.""")
    @APIResponse(
            responseCode = "201",
            description = "Made; Location says where it is. The secret is not shown again.",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response create(@NotNull @Valid WebhookRequest request) {
        Webhook webhook = webhooks.create(TeamId.DEFAULT, request);
        return Response.created(URI.create(WebhookView.path(webhook.id().value())))
                .entity(WebhookView.withSecret(webhook))
                .build();
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "List the webhooks, newest first")
    public Page<WebhookView> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return webhooks.page(TeamId.DEFAULT, Parameters.slice(limit, cursor)).map(WebhookView::of);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getWebhook", summary = "Show a webhook")
    public WebhookView get(@PathParam("id") UUID id) {
        return WebhookView.of(webhooks.find(TeamId.DEFAULT, new WebhookId(id)));
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
            @PathParam("id") UUID id, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return deliveries
                .page(TeamId.DEFAULT, new WebhookId(id), Parameters.slice(limit, cursor))
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

    private static Response accepted(Delivery delivery) {
        return Response.accepted(DeliveryView.of(delivery))
                .location(URI.create(DeliveryView.path(delivery)))
                .build();
    }
}
