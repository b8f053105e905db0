package dev.gangway.gateway.rest;

import dev.gangway.gateway.config.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Where clients find what they made. The host is the operator's word ({@code gangway.public-address}) or left out, so that the client
 * completes it with where it asked: what a request calls the host is anybody's word.
 */
@ApplicationScoped
class Locations {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final String publicAddress;

    Locations(GatewayConfig config) {
        this.publicAddress = config.publicAddress().map(Locations::checked).orElse("");
    }

    /** An address that no client could follow is a mistake to start with. */
    private static String checked(String address) {
        if (!canBeFollowed(address)) {
            throw new IllegalArgumentException(
                    "gangway.public-address must be such as https://gangway.example.org or with a path, not "
                            + address);
        }
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static boolean canBeFollowed(String address) {
        try {
            URI uri = new URI(address);
            return SCHEMES.contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The value of {@code Location} for a path such as {@code /v1/uploads/…}. */
    String of(String path) {
        return publicAddress + path;
    }
}
