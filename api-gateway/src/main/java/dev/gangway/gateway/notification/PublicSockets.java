package dev.gangway.gateway.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Makes sockets that connect to public addresses only. They look at the very address that they are about to connect to, so
 * that it does not matter how it was written, or what its name meant when it was last looked up.
 */
final class PublicSockets extends SocketFactory {

    @Override
    public Socket createSocket() {
        return new PublicSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private static Socket connected(SocketAddress remote, SocketAddress local) throws IOException {
        Socket socket = new PublicSocket();
        socket.bind(local);
        socket.connect(remote);
        return socket;
    }

    private static final class PublicSocket extends Socket {

        /** The other {@code connect} comes here too. */
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            InetAddress address = endpoint instanceof InetSocketAddress internet ? internet.getAddress() : null;
            if (address == null || !PublicAddresses.contain(address)) {
                throw new IOException("refused, because this is no public address: " + endpoint);
            }
            super.connect(endpoint, timeout);
        }
    }
}
