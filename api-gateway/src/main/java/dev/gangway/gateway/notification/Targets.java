package dev.gangway.gateway.notification;

import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.config.WebhookConfig;
import dev.gangway.gateway.job.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.UnknownHostException;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Decides which addresses webhooks may have. What is asked here is answered early and by name; what keeps the gateway from
 * connecting to an address that is not public is {@link PublicSockets}.
 */
@ApplicationScoped
class Targets {

    static final String FIELD = "url";

    private final WebhookConfig config;
    private final Dns names;

    @Inject
    Targets(GatewayConfig config) {
        this(config, Dns.SYSTEM);
    }

    Targets(GatewayConfig config, Dns names) {
        this.config = config.webhooks();
        this.names = names;
    }

    /**
     * Reads an address as the client that will connect to it does.
     *
     * @throws RefusedException when no events are sent there
     */
    HttpUrl checked(String text) {
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) {
            throw refused("webhook-url-invalid", "must be a whole address such as https://example.org/jobs");
        }
        if (url.toString().length() > WebhookRequest.LONGEST_URL) {
            throw refused(
                    "webhook-url-invalid",
                    "must have at most " + WebhookRequest.LONGEST_URL + " characters as it is kept, and has "
                            + url.toString().length() + ": what is no ASCII takes three for each byte");
        }
        if (!url.isHttps() && !config.allowHttp()) {
            throw refused("webhook-url-invalid", "must begin with https://");
        }
        if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
            throw refused("webhook-url-invalid", "must hold no user name and no password");
        }
        if (!config.allowPrivateTargets()) {
            requirePublic(url.host());
        }
        return url;
    }

    private void requirePublic(String host) {
        try {
            if (!names.lookup(host).stream().allMatch(PublicAddresses::contain)) {
                throw refused("webhook-target-private", "must lead to a public address, and " + host + " does not");
            }
        } catch (UnknownHostException e) {
            throw refused("webhook-target-unknown", "must lead somewhere, and " + host + " is not known");
        }
    }

    private static RefusedException refused(String code, String message) {
        return RefusedException.unprocessable(code, FIELD, message);
    }
}
