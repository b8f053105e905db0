package dev.gangway.gateway.notification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.Webhook;
import dev.gangway.gateway.job.WebhookId;
import dev.gangway.gateway.lifecycle.Turns;
import dev.gangway.gateway.persistence.DeliveryRepository;
import dev.gangway.gateway.persistence.WebhookRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Changes webhooks: where they lead, what they are told, what it is signed with, and whether they are told anything. */
@ApplicationScoped
public class WebhookChanges {

    /** The field whose change has the secret shown. */
    public static final String SECRET = "secret";

    private static final Logger LOG = Logger.getLogger(WebhookChanges.class);
    private static final String OFF = "the webhook was switched off";

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final PatchedRequests requests;
    private final Secrets secrets;
    private final Turns turns;
    private final InstantSource clock;

    WebhookChanges(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            PatchedRequests requests,
            Secrets secrets,
            Turns turns,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.requests = requests;
        this.secrets = secrets;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Changes a webhook. What is on its way to one that is switched off is given up. Names are looked up before the transaction begins.
     *
     * @param patch a merge patch (RFC 7396) of what the webhook was asked for with: what it does not name stays, and what is null in it becomes
     *     what it is when left out; a secret that is null is made here
     * @throws RefusedException when there is no such webhook; when it could not be made as it is to be, naming everything at fault
     */
    public Webhook change(TeamId team, WebhookId id, ObjectNode patch) {
        ObjectNode addressed = requests.checked(find(team, id), patch);
        return turns.take(id, () -> changed(team, id, addressed));
    }

    private Webhook find(TeamId team, WebhookId id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> webhooks.find(team, id).orElseThrow(() -> Webhooks.unknown(id)));
    }

    @Transactional
    Webhook changed(TeamId team, WebhookId id, ObjectNode patch) {
        Webhook before = webhooks.lock(team, id).orElseThrow(() -> Webhooks.unknown(id));
        WebhookRequest wish = requests.applied(before, patch);
        Instant now = clock.instant();
        Webhook after = new Webhook(
                id,
                team,
                wish.url(),
                patch.has(SECRET) ? secrets.replaced(before.secrets(), wish.secret(), now) : before.secrets(),
                wish.filter(),
                before.createdAt(),
                wish.wantsEvents() ? null : before.enabled() ? now : before.disabledAt());
        webhooks.change(after);
        if (before.enabled() && !after.enabled()) {
            deliveries.giveUp(id, OFF, now);
        }
        LOG.infof("webhook=%s team=%s is changed", id, team);
        return after;
    }
}
