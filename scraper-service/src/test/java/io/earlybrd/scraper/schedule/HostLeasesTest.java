package io.earlybrd.scraper.schedule;

import static io.earlybrd.scraper.schedule.DueSources.await;
import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.scraper.database.Transactions;
import io.earlybrd.scraper.fetch.HostGates;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.testkit.Backends;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may ask which host, while the service itself crawls no source. */
@ServiceTest
@TestProfile(SourceLeasesTest.WithoutCrawls.class)
@Tag("G2")
@Tag("S4")
class HostLeasesTest {

    private static final int HOSTS = 20;
    private static final int SOURCES = 200;
    private static final int INSTANCES = 4;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    @Inject
    HostGates gates;

    @Inject
    HostTable hosts;

    private SourceLeases one;
    private SourceLeases other;

    @BeforeEach
    void begin() {
        DueSources.forgetAll();
        one = instance();
        other = instance();
    }

    @Test
    @Timeout(60)
    void severalInstances_shareAllSourcesAndNoHost() throws Exception {
        // Given
        for (int i = 0; i < SOURCES; i++) {
            DueSources.add("board" + i, "host" + i % HOSTS + ".example", 0);
        }
        AtomicInteger left = new AtomicInteger(SOURCES);
        ExecutorService instances = Executors.newFixedThreadPool(INSTANCES);

        // When
        List<Callable<List<Claim>>> tasks = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            SourceLeases leases = instance();
            tasks.add(() -> {
                List<Claim> claims = new ArrayList<>();
                while (left.get() > 0) {
                    List<Claim> some = await(() -> leases.claim(Set.of(), 3));
                    claims.addAll(some);
                    left.addAndGet(-some.size());
                }
                return claims;
            });
        }
        List<Claim> claims = new ArrayList<>();
        List<String> held = new ArrayList<>();
        for (Future<List<Claim>> claimed : instances.invokeAll(tasks)) {
            claims.addAll(claimed.get());
            held.addAll(new HashSet<>(claimed.get().stream().map(Claim::host).toList()));
        }
        instances.shutdownNow();

        // Then
        assertThat(claims).hasSize(SOURCES).extracting(Claim::id).doesNotHaveDuplicates();
        assertThat(held).as("hosts of each instance").hasSize(HOSTS).doesNotHaveDuplicates();
    }

    @Test
    void hostOfAnInstance_isItsOwnUntilAGapAfterItsLease() {
        // Given
        DueSources.add("first", "host.example", -2);
        DueSources.add("second", "host.example", -1);

        // When
        claim(one);

        // Then
        assertThat(claim(other)).isEmpty();
        assertThat(SCRAPER.number("select extract(milliseconds from held_until - leased_until)::int"
                        + " from host join source on host = name where leased_until is not null"))
                .isEqualTo(gates.handover().toMillis());
        assertThat(claim(one)).hasSize(1);
    }

    @Test
    void instanceThatLostItsHostWhileItWasAway_keepsNoSourceOfIt() {
        // Given
        DueSources.add("first", "host.example", -2);
        DueSources.add("second", "host.example", -1);
        Claim frozen = claim(one).get(0);
        SCRAPER.change("update host set held_until = now()");
        assertThat(claim(other)).extracting(claim -> claim.board().name()).containsExactly("second");
        long thawed = System.nanoTime();

        // When
        await(() -> one.renew(List.of(frozen)));

        // Then
        assertThat(frozen.lease().endedAt(thawed + SourceLeases.LEASE.toNanos()))
                .as("as long ago as if it had not been renewed")
                .isTrue();
        passTime();
        assertThat(claim(other)).extracting(Claim::id).containsExactly(frozen.id());
    }

    @Test
    void instanceThatWasAwayWhileNobodyTookItsHost_goesOn() {
        // Given
        DueSources.add("first", "host.example", -2);
        DueSources.add("second", "host.example", -1);
        Claim claim = claim(one).get(0);
        passTime();
        long thawed = System.nanoTime();

        // When
        await(() -> one.renew(List.of(claim)));

        // Then
        assertThat(claim.lease().endedAt(thawed + SourceLeases.LEASE.toNanos())).isFalse();
        assertThat(claim(other)).isEmpty();
    }

    @Test
    void hostThatAskedForRest_isClaimedByNobody() {
        // Given
        DueSources.add("board", "busy.example", -2);
        DueSources.add("board2", "free.example", -1);

        // When
        await(() -> hosts.asked("busy.example", Duration.ofMinutes(20)));
        await(() -> hosts.asked("busy.example", Duration.ofMillis(1)));

        // Then
        assertThat(claim(one)).extracting(Claim::host).containsExactly("free.example");
        assertThat(claim(other)).isEmpty();
        SCRAPER.change("update host set rests_until = rests_until - interval '20 minutes'");
        assertThat(claim(other)).extracting(Claim::host).containsExactly("busy.example");
    }

    @Test
    void hostsOfAnInstanceThatEnds_areFreeAfterAGap() {
        // Given
        DueSources.add("first", "host.example", -2);
        DueSources.add("second", "host.example", -1);
        claim(one);

        // When
        await(one::release);

        // Then
        assertThat(claim(other)).isEmpty();
        await().atMost(gates.handover().plusSeconds(10))
                .untilAsserted(() -> assertThat(claim(other)).hasSize(1));
    }

    @Test
    void hostThatSomebodyIsAboutToTake_keepsNobodyFromTheOthers() throws Exception {
        // Given
        DueSources.add("first", "host.example", -2);
        claim(one);
        passTime();
        try (Connection frozen = Backends.postgres().connect("scraper");
                Statement statement = frozen.createStatement()) {
            frozen.setAutoCommit(false);
            statement.execute("select * from host for update");
            DueSources.add("free", "free.example", -1);

            // Then
            assertThat(claim(other)).extracting(Claim::host).containsExactly("free.example");
            frozen.rollback();
        }
        assertThat(claim(other)).extracting(Claim::host).containsExactly("host.example");
    }

    @Test
    void hostsThatNobodyNeeds_areForgotten() {
        // Given
        DueSources.add("used", "used.example", 0);
        DueSources.add("held", "held.example", 0);
        DueSources.add("gone", "gone.example", 0);
        await(() -> one.claim(Set.of(), 3));
        await(() -> hosts.asked("resting.example", Duration.ofMinutes(20)));
        SCRAPER.change("update host set held_until = now() where name <> 'held.example'");
        SCRAPER.change("delete from source where host <> 'used.example'");

        // When
        await(hosts::forgetUnused);

        // Then
        assertThat(SCRAPER.column("select name from host order by name"))
                .containsExactly("held.example", "resting.example", "used.example");
    }

    private SourceLeases instance() {
        return new SourceLeases(transactions, clock, gates);
    }

    private static List<Claim> claim(SourceLeases leases) {
        return await(() -> leases.claim(Set.of(), 1));
    }

    /** So much that all leases have ended. */
    private static void passTime() {
        SCRAPER.change("update source set leased_until = leased_until - interval '1 minute'");
        SCRAPER.change("update host set held_until = held_until - interval '1 minute'");
    }
}
