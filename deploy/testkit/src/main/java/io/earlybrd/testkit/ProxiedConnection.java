package io.earlybrd.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** One connection through {@link TcpProxy}: bytes are passed on in both directions until one side ends or it is reset. */
final class ProxiedConnection {

    private static final int CHUNK = 4096;

    private final Socket client;
    private final Socket server = new Socket();
    private final NetworkFault fault;

    ProxiedConnection(Socket client, NetworkFault fault) {
        this.client = client;
        this.fault = fault;
    }

    /** Connects and passes on until the end; where nothing listens behind the proxy, the client's connection is reset. */
    void run(InetSocketAddress upstream) {
        try {
            server.connect(upstream);
            Thread sending = Daemons.start("proxy-sending", () -> pass(client, server, false));
            pass(server, client, true);
            sending.join();
            client.close();
            server.close();
        } catch (IOException e) {
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reset();
        }
    }

    /** Ends both sides with a TCP reset. */
    void reset() {
        for (Socket socket : new Socket[] {client, server}) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                // It has ended already.
            }
        }
    }

    private void pass(Socket from, Socket to, boolean counted) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            long passed = 0;
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                fault.holdUp(length);
                long allowed = counted ? Math.min(length, fault.allowance(passed)) : length;
                out.write(chunk, 0, (int) allowed);
                passed += allowed;
                if (counted && fault.allowance(passed) == 0) {
                    reset();
                    return;
                }
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
