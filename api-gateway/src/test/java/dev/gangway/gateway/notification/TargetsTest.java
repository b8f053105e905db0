package dev.gangway.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.gangway.gateway.Settings;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.RefusedException.FieldError;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {

    private static final Map<String, List<String>> NAMES = Map.of(
            "public.example", List.of("93.184.215.14", "2606:2800:21f:cb07::1"),
            "inside.example", List.of("10.1.2.3"),
            "both.example", List.of("93.184.215.14", "fd00::1"));

    private final Targets targets = new Targets(Settings.defaults(), TargetsTest::lookup);

    @Test
    void aNameThatLeadsToPublicAddressesIsTaken() {
        assertThat(targets.checked("https://public.example:8443/a?b=c"))
                .hasToString("https://public.example:8443/a?b=c");
    }

    @ParameterizedTest
    @CsvSource({
        "http://public.example/,        webhook-url-invalid",
        "https://user@public.example/,  webhook-url-invalid",
        "file:///etc/passwd,            webhook-url-invalid",
        "https://,                      webhook-url-invalid",
        "https://inside.example/,       webhook-target-private",
        "https://both.example/,         webhook-target-private",
        "https://127.0.0.1/,            webhook-target-private",
        "https://2130706433/,           webhook-target-private",
        "https://127.1/,                webhook-target-private",
        "https://169.254.169.254/,      webhook-target-private",
        "https://[::1]/,                webhook-target-private",
        "https://[::ffff:10.0.0.1]/,    webhook-target-private",
        "https://[64:ff9b::10.0.0.1]/,  webhook-target-private",
        "https://nowhere.example/,      webhook-target-unknown",
    })
    void anAddressThatNoEventsAreSentToIsRefusedByField(String url, String code) {
        assertThatThrownBy(() -> targets.checked(url))
                .asInstanceOf(type(RefusedException.class))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.errors()).extracting(FieldError::field).containsExactly("url");
                });
    }

    @Test
    void anAddressIsAsLongAsItIsKeptAndNotAsItIsWritten() {
        String start = "https://public.example/";
        assertThat(targets.checked(start + "a".repeat(2048 - start.length())).toString())
                .hasSize(2048);
        assertThatThrownBy(() -> targets.checked(start + "\u00e4".repeat(700)))
                .asInstanceOf(type(RefusedException.class))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("webhook-url-invalid");
                    assertThat(refused.errors().get(0).message()).contains("2048");
                });
    }

    @Test
    void thisMachinesOwnNameIsRefusedByDefault() {
        assertThatThrownBy(() -> new Targets(Settings.defaults()).checked("https://localhost/"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("localhost");
    }

    @Test
    void privateTargetsCanBeAllowed() {
        Targets open = new Targets(Settings.with("gangway.webhooks.allow-private-targets", "true"));
        assertThat(open.checked("https://10.0.0.1/")).hasToString("https://10.0.0.1/");
    }

    private static List<InetAddress> lookup(String host) throws UnknownHostException {
        if (!host.endsWith(".example")) {
            return List.of(InetAddress.getAllByName(host));
        }
        if (!NAMES.containsKey(host)) {
            throw new UnknownHostException(host);
        }
        return NAMES.get(host).stream().map(TargetsTest::address).toList();
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
