package io.earlybrd.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands in front of a port of this machine and makes its network bad, while it runs: slow, thin, hanging, cut. A broker
 * behind it must advertise the proxy's port ({@code -Dkafka.advertised.listeners=PLAINTEXT://127.0.0.1:…}).
 */
public final class TcpProxy implements AutoCloseable {

    private final int port;
    private final InetSocketAddress upstream;
    private final NetworkFault fault = new NetworkFault();
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;
    private Thread accepting;

    private TcpProxy(int port, InetSocketAddress upstream) {
        this.port = port;
        this.upstream = upstream;
    }

    /** Starts a proxy on a free port. */
    public static TcpProxy before(int upstreamPort) {
        return before(upstreamPort, FreePorts.one());
    }

    /** Starts a proxy on a fixed port; what is behind it need not run yet. */
    public static TcpProxy before(int upstreamPort, int port) {
        TcpProxy proxy = new TcpProxy(port, new InetSocketAddress(InetAddress.getLoopbackAddress(), upstreamPort));
        proxy.listen();
        return proxy;
    }

    /** The port that clients use. */
    public int port() {
        return port;
    }

    /** Holds up every piece of data, both ways, by a delay and up to so much more. */
    public void latency(Duration delay, Duration jitter) {
        fault.latency(delay, jitter);
    }

    /** Lets only so many bytes a second pass, each way of each connection. */
    public void bandwidth(int bytesPerSecond) {
        fault.bandwidth(bytesPerSecond);
    }

    /** Keeps connections, and takes new ones, but lets nothing pass. */
    public void hang() {
        fault.hang();
    }

    /** Resets each connection after so many bytes came from behind the proxy, counted anew for each. */
    public void cutAfter(long bytes) {
        fault.cutAfter(bytes);
    }

    /** Resets all connections; new ones work. */
    public void reset() {
        connections.forEach(ProxiedConnection::reset);
    }

    /** Refuses new connections; those that are open go on. */
    public synchronized void refuse() {
        Daemons.close(listener, accepting);
    }

    /** Resets all connections and refuses new ones: the server has gone. */
    public void cut() {
        refuse();
        reset();
    }

    /** Ends all faults. */
    public synchronized void heal() {
        fault.heal();
        if (listener.isClosed()) {
            listen();
        }
    }

    @Override
    public void close() {
        cut();
        fault.heal();
    }

    private synchronized void listen() {
        try {
            ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            listener = socket;
            accepting = Daemons.start("proxy-" + port, () -> accept(socket));
        } catch (IOException e) {
            throw new UncheckedIOException("proxy port " + port, e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Daemons.start("proxy-connection", () -> serve(client));
            } catch (IOException e) {
                // The listener was closed, or a client was gone before it was taken.
            }
        }
    }

    private void serve(Socket client) {
        ProxiedConnection connection = new ProxiedConnection(client, fault);
        connections.add(connection);
        connection.run(upstream);
        connections.remove(connection);
    }
}
