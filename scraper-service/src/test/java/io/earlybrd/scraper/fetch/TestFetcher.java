package io.earlybrd.scraper.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.scraper.testing.Settings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * Fetchers for tests without Quarkus: names are looked up in a map, or name their address as {@code 10.0.0.1.nip.io} does; one
 * address may be permitted beside the public ones.
 */
public final class TestFetcher {

    private final Map<String, List<String>> hosts = new HashMap<>(Map.of("site.example", List.of("127.0.0.1")));
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "earlybrd.scraper.contact", "https://earlybrd.example/bot",
            "earlybrd.scraper.fetch.host-gap", "0s",
            "earlybrd.scraper.fetch.timeout", "5s"));
    private final HttpClientOptions options = new HttpClientOptions();
    private HostRests rests = (host, rest) -> Uni.createFrom().voidItem();
    private AddressPolicy policy = permitting("127.0.0.1");

    /** Sets a configuration key below {@code earlybrd.scraper}. */
    public TestFetcher with(String key, String value) {
        settings.put("earlybrd.scraper." + key, value);
        return this;
    }

    /** Resolves a name to these addresses. */
    public TestFetcher host(String name, String... addresses) {
        hosts.put(name, List.of(addresses));
        return this;
    }

    /** Permits only what this policy does. */
    public TestFetcher policy(AddressPolicy only) {
        policy = only;
        return this;
    }

    /** Tells these others of hosts that rest. */
    public TestFetcher rests(HostRests others) {
        rests = others;
        return this;
    }

    /** The options of the client, to add to. */
    public HttpClientOptions options() {
        return options;
    }

    /** The fetcher. */
    public Fetcher create(Vertx vertx, Clock clock) {
        FetchConfig config = config();
        HostGates gates = new HostGates(vertx, clock, config);
        return new Fetcher(vertx, clock, gates, rests, config, this::resolve, policy, options);
    }

    /** The public Internet and this address. */
    public static AddressPolicy permitting(String address) {
        return candidate -> AddressPolicy.publicOnly().permits(candidate)
                || candidate.getHostAddress().equals(address);
    }

    /** Fetches a page and waits. */
    public static FetchedPage fetch(Fetcher fetcher, String url, Validators validators) {
        FetchRequest request = new FetchRequest(WebUrl.parse(url), "application/json", validators, 1 << 20);
        return fetcher.fetch(request, Admission.ALWAYS, Uni.createFrom()::item)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    /** Asserts that a fetch fails for this reason. */
    static void assertFails(FetchFailure.Kind kind, ThrowingCallable fetch) {
        assertThatThrownBy(fetch)
                .isInstanceOfSatisfying(
                        FetchFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    /** The settings. */
    FetchConfig config() {
        return Settings.of(FetchConfig.class, settings);
    }

    private List<InetAddress> resolve(String host) throws UnknownHostException {
        if (host.matches("[0-9.]+|.*:.*")) {
            return List.of(InetAddress.getByName(host));
        }
        if (host.endsWith(".nip.io")) {
            return List.of(InetAddress.getByName(host.replace(".nip.io", "")));
        }
        if (!hosts.containsKey(host)) {
            throw new UnknownHostException(host);
        }
        InetAddress[] addresses = new InetAddress[hosts.get(host).size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = InetAddress.getByName(hosts.get(host).get(i));
        }
        return List.of(addresses);
    }
}
