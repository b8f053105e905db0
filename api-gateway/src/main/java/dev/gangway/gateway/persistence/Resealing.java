package dev.gangway.gateway.persistence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

/**
 * Seals under the present key, when the gateway starts, what is plain or was sealed under an older one. A key that is missing keeps the gateway
 * from starting, instead of keeping events from being sent.
 */
@ApplicationScoped
public class Resealing {

    private static final Logger LOG = Logger.getLogger(Resealing.class);

    private final WebhookRepository webhooks;

    Resealing(WebhookRepository webhooks) {
        this.webhooks = webhooks;
    }

    void start(@Observes StartupEvent started) {
        sealAll();
    }

    /** Seals all secrets under the present key; gives how many webhooks' were not. */
    @Transactional
    public int sealAll() {
        int sealed = webhooks.sealAll();
        if (sealed > 0) {
            LOG.infof("the secrets of %d webhooks are sealed under the present key", sealed);
        }
        return sealed;
    }
}
