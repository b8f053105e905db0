package dev.gangway.gateway.notification;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.fault.Constraints;
import dev.gangway.gateway.job.Faults;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.job.Webhook;
import dev.gangway.gateway.job.WebhookId;
import dev.gangway.gateway.persistence.WebhookRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** The addresses that are told of a team's jobs. */
@ApplicationScoped
public class Webhooks {

    private static final Logger LOG = Logger.getLogger(Webhooks.class);

    private final WebhookRepository webhooks;
    private final Targets targets;
    private final Constraints constraints;
    private final Secrets secrets;
    private final InstantSource clock;
    private final int perTeam;

    Webhooks(
            WebhookRepository webhooks,
            Targets targets,
            Constraints constraints,
            Secrets secrets,
            InstantSource clock,
            GatewayConfig config) {
        this.constraints = constraints;
        this.webhooks = webhooks;
        this.targets = targets;
        this.secrets = secrets;
        this.clock = clock;
        this.perTeam = config.webhooks().perTeam();
    }

    /**
     * Makes a webhook. Names are looked up before the transaction begins.
     *
     * @throws RefusedException when no events are sent to its address, or the team has too many webhooks
     */
    public Webhook create(TeamId team, WebhookRequest request) {
        Faults faults = new Faults();
        faults.check(() -> constraints.require(request));
        faults.check(request::wantedKinds, "kinds");
        faults.check(request::wantedStates, "events");
        String target = faults.read(() -> targets.checked(request.url()).toString(), Targets.FIELD);
        faults.require();
        Instant now = clock.instant();
        Webhook webhook = new Webhook(
                WebhookId.random(),
                team,
                target,
                secrets.first(request.secret()),
                request.filter(),
                now,
                request.wantsEvents() ? null : now);
        if (!QuarkusTransaction.requiringNew().call(() -> webhooks.insert(webhook, perTeam))) {
            throw RefusedException.conflict(
                    "too-many-webhooks", "team " + team + " has " + perTeam + " webhooks, and may have no more");
        }
        LOG.infof("webhook=%s team=%s is made", webhook.id(), team);
        return webhook;
    }

    /** A team's webhook; refused when there is no such. */
    @Transactional
    public Webhook find(TeamId team, WebhookId id) {
        return webhooks.find(team, id).orElseThrow(() -> unknown(id));
    }

    static RefusedException unknown(WebhookId id) {
        return RefusedException.notFound("unknown-webhook", "there is no such webhook: " + id);
    }

    /** A team's webhooks, newest first. */
    @Transactional
    public Page<Webhook> page(TeamId team, Slice slice) {
        return webhooks.page(team, slice);
    }

    /** Deletes a webhook with its deliveries; it is fine if there is none. */
    @Transactional
    public void delete(TeamId team, WebhookId id) {
        webhooks.delete(team, id);
    }
}
