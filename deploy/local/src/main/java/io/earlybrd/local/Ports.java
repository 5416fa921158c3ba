package io.earlybrd.local;

import io.earlybrd.testkit.FreePorts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which port each part listens on, always on the loopback address. */
public final class Ports {

    /** Health and metrics of a service are this far above its pages and APIs. */
    private static final int MANAGEMENT_OFFSET = 1000;

    private static final int MAX_PORT = 65535;

    private final Map<Service, Integer> services;
    private final Map<Service, Integer> management;
    private final Map<Server, Integer> servers;

    private Ports(Map<Service, Integer> services, Map<Service, Integer> management, Map<Server, Integer> servers) {
        this.services = services;
        this.management = management;
        this.servers = servers;
    }

    /**
     * The usual ports, each of which a variable such as {@code EARLYBRD_ACCOUNT_PORT} or {@code EARLYBRD_KAFKA_PORT}
     * replaces.
     *
     * @throws StartFailure if a variable holds no port or two parts would have the same one
     */
    public static Ports from(Map<String, String> environment) {
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        Map<Service, Integer> management = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            int port = chosen(environment, variable(service), service.defaultPort(), MAX_PORT - MANAGEMENT_OFFSET);
            services.put(service, port);
            management.put(service, port + MANAGEMENT_OFFSET);
        }
        Map<Server, Integer> servers = new EnumMap<>(Server.class);
        for (Server server : Server.values()) {
            servers.put(server, chosen(environment, variable(server), server.defaultPort(), MAX_PORT));
        }
        Ports ports = new Ports(services, management, servers);
        ports.requireDistinct();
        return ports;
    }

    /** Ports that nobody listens on now, for tests that run side by side. */
    public static Ports free() {
        Iterator<Integer> free = FreePorts.several(2 * Service.values().length + Server.values().length)
                .iterator();
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        Map<Service, Integer> management = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, free.next());
            management.put(service, free.next());
        }
        Map<Server, Integer> servers = new EnumMap<>(Server.class);
        for (Server server : Server.values()) {
            servers.put(server, free.next());
        }
        return new Ports(services, management, servers);
    }

    /** Pages and APIs of a service. */
    public int of(Service service) {
        return services.get(service);
    }

    /** Health and metrics of a service. */
    public int management(Service service) {
        return management.get(service);
    }

    /** A server's or stand-in's. */
    public int of(Server server) {
        return servers.get(server);
    }

    /** All ports that these services and all servers need. */
    List<Claim> claims(Iterable<Service> running) {
        List<Claim> claims = new ArrayList<>();
        for (Service service : running) {
            claims.add(new Claim(of(service), service.label() + " service", variable(service)));
            claims.add(new Claim(
                    management(service), service.label() + " service (health and metrics)", variable(service)));
        }
        servers.forEach((server, port) -> claims.add(new Claim(port, server.label(), variable(server))));
        return claims;
    }

    private void requireDistinct() {
        Map<Integer, Claim> seen = new LinkedHashMap<>();
        for (Claim claim : claims(List.of(Service.values()))) {
            Claim other = seen.putIfAbsent(claim.port(), claim);
            if (other != null) {
                throw new StartFailure("Port " + claim.port() + " is wanted twice: by the " + other.owner()
                        + " and by the " + claim.owner() + ". Change " + other.variable() + " or " + claim.variable()
                        + ".");
            }
        }
    }

    private static int chosen(Map<String, String> environment, String variable, int usual, int max) {
        String text = environment.getOrDefault(variable, "").strip();
        if (text.isEmpty()) {
            return usual;
        }
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > max) {
            throw new StartFailure(variable + "=" + text + " is not a port; it must be from 1 to " + max + ".");
        }
        return port;
    }

    private static String variable(Enum<?> part) {
        return "EARLYBRD_" + part.name() + "_PORT";
    }

    /**
     * One port that is needed.
     *
     * @param owner what listens there, in words
     * @param variable the environment variable that moves it
     */
    record Claim(int port, String owner, String variable) {}
}
