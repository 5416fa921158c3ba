package io.earlybrd.account.throttle;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Where a request comes from, as far as throttling cares. */
public final class ClientAddress {

    private static final int BYTES_OF_IPV6 = 16;
    private static final int BYTES_OF_A_NETWORK = 8;

    private ClientAddress() {}

    /**
     * The IP address of a request; of an IPv6 address the first 64 bits, since one household has all of the rest. Behind a proxy
     * this is what the trusted proxy says ({@code quarkus.http.proxy}), never what a client claims.
     */
    public static String of(RoutingContext context) {
        SocketAddress remote = context.request().remoteAddress();
        return remote == null || remote.hostAddress() == null ? "unknown" : network(remote.hostAddress());
    }

    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // A text with a colon is an address and nothing to look up by name.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == BYTES_OF_IPV6 ? HexFormat.of().formatHex(bytes, 0, BYTES_OF_A_NETWORK) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
