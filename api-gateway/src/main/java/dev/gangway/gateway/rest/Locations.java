package dev.gangway.gateway.rest;

import dev.gangway.gateway.config.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Where clients find what they made. The host is the operator's word ({@code gangway.public-address}) or left out, so that the client
 * completes it with where it asked: what a request calls the host is anybody's word.
 */
@ApplicationScoped
class Locations {

    private final String publicAddress;

    Locations(GatewayConfig config) {
        this.publicAddress = config.publicAddress().orElse("");
    }

    /** The value of {@code Location} for a path such as {@code /v1/uploads/…}. */
    String of(String path) {
        return publicAddress + path;
    }
}
