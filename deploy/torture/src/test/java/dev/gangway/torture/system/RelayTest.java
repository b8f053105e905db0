package dev.gangway.torture.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private ServerSocket server;
    private Relay relay;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        relay = Relay.to(server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        server.close();
    }

    @Test
    void whatIsSentArrivesBothWays() throws IOException {
        try (Socket client = connected();
                Socket accepted = server.accept()) {
            send(client, "question");
            assertThat(received(accepted, 8)).isEqualTo("question");

            send(accepted, "answer");
            assertThat(received(client, 6)).isEqualTo("answer");
        }
    }

    @Test
    void anAnswerArrivesWholeBeforeItsEnd() throws IOException {
        byte[] answer = new byte[1 << 20];
        try (Socket client = connected();
                Socket accepted = server.accept()) {
            accepted.getOutputStream().write(answer);
            accepted.shutdownOutput();

            assertThat(client.getInputStream().readAllBytes()).hasSize(answer.length);
        }
    }

    @Test
    void nothingThatIsSentOverACutLinkEverArrives() throws IOException {
        try (Socket client = connected();
                Socket accepted = server.accept()) {
            send(client, "before");
            assertThat(received(accepted, 6)).isEqualTo("before");

            relay.cut();
            send(client, "lost");
            relay.mend();

            assertThatThrownBy(() -> accepted.getInputStream().read()).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void whoeverConnectsLaterPassesAMendedLink() throws IOException {
        relay.cut();
        relay.mend();

        try (Socket client = connected();
                Socket accepted = server.accept()) {
            send(client, "after");
            assertThat(received(accepted, 5)).isEqualTo("after");
        }
    }

    @Test
    void aServerThatIsAwayIsSeenToBeAway() throws IOException {
        server.close();

        try (Socket client = connected()) {
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    private Socket connected() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), relay.port());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String received(Socket socket, int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }
}
