package dev.gangway.gateway.job;

import java.util.regex.Pattern;

/**
 * What a webhook's events are signed with. It never shows in a log.
 *
 * @param value 24 to 256 visible ASCII characters
 */
public record WebhookSecret(String value) {

    /** The form of a secret. */
    public static final String PATTERN = "[\\x21-\\x7e]{24,256}";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    public WebhookSecret {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a secret has 24 to 256 visible ASCII characters");
        }
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
