package io.earlybrd.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Stands for a service: it is ready at once, unless its environment says that it breaks. */
public final class TinyService {

    private TinyService() {}

    /** Serves the health check until the process ends. */
    public static void main(String[] args) throws IOException {
        if (System.getenv().containsKey("TINY_BREAKS")) {
            throw new IllegalStateException("told to break");
        }
        int port = Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
