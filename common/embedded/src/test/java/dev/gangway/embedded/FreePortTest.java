package dev.gangway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortTest {

    @Test
    void aPortThatIsTakenIsPassedOver() throws Exception {
        int first = FreePort.find();
        try (ServerSocket taken = new ServerSocket(first + 1, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePort.find()).isNotEqualTo(first).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void noPortIsOneThatTheSystemGivesToOutgoingConnections() throws Exception {
        assertThat(FreePort.find()).isBetween(20_000, 31_999);
    }
}
