package io.earlybrd.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Finds out before anything starts whether every port is free, because the parts' own errors come late and say little. */
final class PortCheck {

    private PortCheck() {}

    /** Throws a {@link StartFailure} that names each taken port, what wants it and how to move it. */
    static void requireFree(List<Ports.Claim> claims) {
        List<String> taken = claims.stream()
                .filter(claim -> !free(claim.port()))
                .map(PortCheck::complaint)
                .toList();
        if (!taken.isEmpty()) {
            throw new StartFailure(String.join("\n", taken)
                    + "\nStop what listens there (ss -ltnp shows it), or choose another port.");
        }
    }

    private static String complaint(Ports.Claim claim) {
        return "Port " + claim.port() + " is taken, and is needed for: " + claim.owner() + ". To change it: "
                + claim.variable() + "=<another port> deploy/local/up";
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of an earlier run that are still fading away don't count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
