package io.earlybrd.scraper.fetch;

import static io.earlybrd.scraper.fetch.TestFetcher.fetch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.scraper.fetch.FetchFailure.Kind;
import io.earlybrd.scraper.testing.StubSite;
import io.earlybrd.testkit.MutableClock;
import io.earlybrd.testkit.SharedData;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody can make us connect to an address that is not public: not by its spelling, its name, a redirect or a second look-up. */
@Tag("T24")
class SsrfTest {

    private static final String DESCRIBED = "(REDIRECT|DNS|BODY|HEADERS|REBIND)\\b.*";

    private static final Vertx VERTX = Vertx.vertx();

    private final Clock clock = MutableClock.at("2026-11-23T10:00:00Z");
    private final List<InetAddress> permitted = Collections.synchronizedList(new ArrayList<>());

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    static Stream<String> blocked() throws IOException {
        return rows("block");
    }

    static Stream<String> allowed() throws IOException {
        return rows("allow");
    }

    /** Rows of the list that are one address; the others describe sites, which the tests below build. */
    private static Stream<String> rows(String verdict) throws IOException {
        return Files.readAllLines(SharedData.path("trust/web/ssrf_urls.tsv")).stream()
                .map(row -> row.split("\t"))
                .filter(row -> row[0].equals(verdict) && !row[1].matches(DESCRIBED))
                .map(row -> row[1]);
    }

    @ParameterizedTest
    @MethodSource("blocked")
    void listedAddress_isNotConnectedTo(String url) {
        assertThatThrownBy(() -> fetch(publicOnly(), url, Validators.NONE))
                .isInstanceOfAny(RefusedUrl.class, FetchFailure.class)
                .satisfies(failure -> assertThat(failure instanceof RefusedUrl || refusedAddress(failure))
                        .isTrue());
        assertThat(permitted).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void publicAddress_isFound(String url) {
        HostResolver resolver =
                host -> List.of(InetAddress.getByName(host.matches("[0-9.]+|.*:.*") ? host : "93.184.215.14"));
        Destinations destinations = new Destinations(VERTX, resolver, AddressPolicy.publicOnly());

        assertThat(destinations.of(WebUrl.parse(url)).await().indefinitely().hostAddress())
                .isIn("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c");
    }

    /** The tests below, BodyTest, FetcherTest and the adapters' tests of XML build them. */
    @Test
    void rowsThatDescribeASite_areThoseThatAreBuilt() throws IOException {
        assertThat(Files.readAllLines(SharedData.path("trust/web/ssrf_urls.tsv")).stream()
                        .map(row -> row.split("\t")[1])
                        .filter(row -> row.matches(DESCRIBED))
                        .map(row -> row.replaceAll("[^A-Za-z0-9 ].*", "").strip()))
                .containsExactly(
                        "REDIRECT https",
                        "REDIRECT loop",
                        "DNS name with A 93",
                        "BODY gzip bomb 10 MB",
                        "BODY 1 byte",
                        "BODY XML billion laughs");
    }

    @Test
    void thousandSpellingsOfAddressesThatAreNotPublic_areRefused() {
        // Given
        Random random = new Random(24);
        Fetcher fetcher = publicOnly();

        for (int i = 0; i < 1_000; i++) {
            int address = notPublic(random);
            String url = "http://" + spelled(address, random.nextInt(9)) + "/jobs";

            // Then
            assertThatThrownBy(() -> fetch(fetcher, url, Validators.NONE))
                    .as(url)
                    .satisfies(failure -> assertThat(failure instanceof RefusedUrl || refusedAddress(failure))
                            .isTrue());
        }
        assertThat(permitted).isEmpty();
    }

    private static int notPublic(Random random) {
        int[][] ranges = {
            {0x0a000000, 8},
            {0x7f000000, 8},
            {0xa9fe0000, 16},
            {0xac100000, 12},
            {0xc0a80000, 16},
            {0x64400000, 10},
            {0x00000000, 8},
            {0xe0000000, 4},
            {0xc6120000, 15},
            {0xc0000000, 24}
        };
        int[] range = ranges[random.nextInt(ranges.length)];
        return range[0] | random.nextInt() >>> range[1];
    }

    private static String spelled(int address, int spelling) {
        int a = address >>> 24;
        int b = address >>> 16 & 0xff;
        int c = address >>> 8 & 0xff;
        int d = address & 0xff;
        String dotted = a + "." + b + "." + c + "." + d;
        return switch (spelling) {
            case 0 -> dotted;
            case 1 -> Long.toString(address & 0xffffffffL);
            case 2 -> "0x" + Integer.toHexString(address);
            case 3 -> String.format("0%o.0%o.0%o.0%o", a, b, c, d);
            case 4 -> a + "." + b + "." + (c << 8 | d);
            case 5 -> "[::ffff:" + dotted + "]";
            case 6 -> "[64:ff9b::" + dotted + "]";
            case 7 -> String.format("[2002:%x:%x::1]", a << 8 | b, c << 8 | d);
            default -> dotted + ".nip.io";
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1.nip.io/", "http://both.example/", "http://v6.example/", "http://kafka/"})
    void nameThatLeadsInside_isNotConnectedTo(String url) {
        assertThatThrownBy(() -> fetch(publicOnly(), url, Validators.NONE)).satisfies(SsrfTest::assertRefused);
    }

    @Test
    void redirectInside_isNotConnectedTo() throws IOException {
        // Given
        try (StubSite site = StubSite.start();
                ServerSocket inside = new ServerSocket()) {
            inside.bind(new InetSocketAddress("127.0.0.2", 0));
            String target = "http://127.0.0.2:" + inside.getLocalPort() + "/latest/meta-data";
            site.on("/jobs", exchange -> StubSite.send(exchange, 302, "Location", target));

            // When
            Fetcher fetcher = new TestFetcher().create(VERTX, clock);
            assertThatThrownBy(() -> fetch(fetcher, site.url("/jobs"), Validators.NONE))
                    .satisfies(SsrfTest::assertRefused);

            // Then
            inside.setSoTimeout(200);
            assertThatThrownBy(inside::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "http://2130706433/", "gopher://site.example/", "http://x@site.example/"})
    void redirectToWhatIsNoWebAddress_isNotFollowed(String location) {
        try (StubSite site = StubSite.start()) {
            site.on("/jobs", exchange -> StubSite.send(exchange, 302, "Location", location));

            assertThatThrownBy(() -> fetch(new TestFetcher().create(VERTX, clock), site.url("/jobs"), Validators.NONE))
                    .satisfies(SsrfTest::assertRefused);
            assertThat(site.targets()).containsExactly("/jobs");
        }
    }

    @Test
    void nameThatChangesItsAddress_isConnectedToWhereItWasChecked() throws IOException {
        // Given
        try (StubSite site = StubSite.start()) {
            site.page("/jobs", "{}");
            List<String> answers = new ArrayList<>(List.of("127.0.0.1", "127.0.0.2", "127.0.0.2"));
            HostResolver rebinding = host -> List.of(InetAddress.getByName(answers.remove(0)));
            Destinations destinations = new Destinations(VERTX, rebinding, TestFetcher.permitting("127.0.0.1"));

            // When
            var server =
                    destinations.of(WebUrl.parse(site.url("/jobs"))).await().indefinitely();

            // Then
            assertThat(server.hostAddress()).isEqualTo("127.0.0.1");
            assertThat(answers).as("looked up once").hasSize(2);
            assertThatThrownBy(() -> destinations
                            .of(WebUrl.parse(site.url("/jobs")))
                            .await()
                            .indefinitely())
                    .satisfies(SsrfTest::assertRefused);
        }
    }

    private Fetcher publicOnly() {
        return new TestFetcher()
                .host("both.example", "93.184.215.14", "10.0.0.1")
                .host("v6.example", "::ffff:169.254.169.254")
                .host("kafka", "93.184.215.14")
                .policy(address -> {
                    boolean permits = AddressPolicy.publicOnly().permits(address);
                    if (permits) {
                        permitted.add(address);
                    }
                    return permits;
                })
                .create(VERTX, clock);
    }

    private static void assertRefused(Throwable failure) {
        assertThat(refusedAddress(failure)).as("%s", failure).isTrue();
    }

    private static boolean refusedAddress(Throwable failure) {
        return failure instanceof FetchFailure refused && refused.kind() == Kind.REFUSED_ADDRESS;
    }
}
