package io.earlybrd.scraper.schedule;

import static io.earlybrd.scraper.schedule.DueSources.await;
import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets which source, while the service itself crawls none. */
@ServiceTest
@TestProfile(SourceLeasesTest.WithoutCrawls.class)
@Tag("G2")
class SourceLeasesTest {

    private static final int SOURCES = 200;
    private static final int CLAIMERS = 4;

    @Inject
    SourceLeases leases;

    @Inject
    CatchUp catchUp;

    /** No crawl is ever started. */
    public static class WithoutCrawls implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("earlybrd.scraper.crawl.concurrency", "0");
        }
    }

    @BeforeEach
    void forgetAllSources() {
        DueSources.forgetAll();
    }

    @Test
    void severalClaimers_shareTheSourcesAndGetNoneTwice() throws Exception {
        // Given
        for (int i = 0; i < SOURCES; i++) {
            DueSources.add("board" + i, "host.example", 0);
        }
        ExecutorService claimers = Executors.newFixedThreadPool(CLAIMERS);

        // When
        List<Callable<List<Claim>>> tasks = new ArrayList<>();
        for (int i = 0; i < CLAIMERS; i++) {
            tasks.add(this::claimAll);
        }
        List<Claim> claims = new ArrayList<>();
        for (Future<List<Claim>> claimed : claimers.invokeAll(tasks)) {
            claims.addAll(claimed.get());
        }
        claimers.shutdownNow();

        // Then
        assertThat(claims).hasSize(SOURCES).extracting(Claim::id).doesNotHaveDuplicates();
        assertThat(claims).extracting(Claim::fence).containsOnly(1L);
    }

    @Test
    void claimerThatWasAwayForTooLong_mayWriteNothing() {
        // Given
        DueSources.add("board", "host.example", 0);
        Claim frozen = claim(Set.of());
        SCRAPER.change("update source set leased_until = now() - interval '1 second'");

        // When
        Claim next = claim(Set.of());

        // Then
        assertThat(next.fence()).isEqualTo(frozen.fence() + 1);
        await(() -> leases.renew(List.of(frozen)));
        assertThatThrownBy(() -> await(() -> Panache.withTransaction(() -> leases.confirm(frozen))))
                .isInstanceOf(LeaseLost.class);
        await(() -> Panache.withTransaction(() -> leases.confirm(next)));
    }

    @Test
    void renewedLease_isNotClaimedByOthers() {
        // Given
        DueSources.add("board", "host.example", 0);
        Claim claim = claim(Set.of());
        SCRAPER.change("update source set leased_until = now() - interval '1 second'");

        // When
        await(() -> leases.renew(List.of(claim)));

        // Then
        assertThat(claim(Set.of())).isNull();
    }

    @Test
    void sourcesAreClaimed_whenTheyAreDueAndTheirHostHasRoom() {
        // Given
        DueSources.add("later", "host.example", 60);
        DueSources.add("busy", "busy.example", -120);
        DueSources.add("second", "host.example", 0);
        DueSources.add("first", "host.example", -60);

        // Then
        assertThat(claim(Set.of("busy.example")).board().name()).isEqualTo("first");
        assertThat(claim(Set.of("busy.example")).board().name()).isEqualTo("second");
        assertThat(claim(Set.of("busy.example"))).isNull();
        TestClock.CLOCK.advance(Duration.ofSeconds(60));
        assertThat(claim(Set.of("busy.example")).board().name()).isEqualTo("later");
        assertThat(claim(Set.of()).board().name()).isEqualTo("busy");
    }

    @Test
    void claimOfSeveral_takesOneOfEachHostTheLatestFirst() {
        // Given
        for (int i = 0; i < 5; i++) {
            DueSources.add("popular" + i, "popular.example", -100 - i);
        }
        DueSources.add("small", "small.example", -90);
        DueSources.add("later", "later.example", -80);

        // When
        List<Claim> claims = await(() -> leases.claim(Set.of(), 2));

        // Then
        assertThat(claims).extracting(Claim::host).containsExactly("popular.example", "small.example");
        assertThat(claims.get(0).board().name()).isEqualTo("popular4");
        assertThat(await(() -> leases.claim(Set.of("popular.example"), 10)))
                .extracting(Claim::host)
                .containsExactly("later.example");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 1_000, 10_000})
    @Tag("S17")
    void tenThousandSources_areClaimedWithinASecondOfTheirTime(int hosts) {
        // Given
        Duration look = Duration.ofMillis(500);
        int looks = 20;
        int most = 32;
        SCRAPER.change("""
                insert into source (id, provider, board, host, created_at, due_at, told_at)
                select gen_random_uuid(), 'greenhouse', 'board' || i, 'host' || i % ?, now(),
                       cast(? as timestamptz) + i * interval '6 milliseconds', now()
                from generate_series(1, 10000) as i
                """, hosts, TestClock.CLOCK.instant().toString());

        // When
        List<Claim> claims = new ArrayList<>();
        int turns = 0;
        for (int i = 0; i < looks; i++) {
            TestClock.CLOCK.advance(look);
            for (List<Claim> some = claim(most); !some.isEmpty(); some = claim(most)) {
                claims.addAll(some);
                turns++;
            }
        }

        // Then
        assertThat(claims).hasSize((int) look.multipliedBy(looks).dividedBy(Duration.ofMillis(6)));
        assertThat(claims)
                .allSatisfy(claim -> assertThat(Duration.between(claim.dueAt(), claim.claimedAt()))
                        .isBetween(Duration.ZERO, Duration.ofSeconds(1)));
        assertThat(turns)
                .as("each takes as many as there are hosts, but the last after each look")
                .isLessThanOrEqualTo(claims.size() / Math.min(hosts, most) + looks);
    }

    @Test
    @Tag("S17")
    void sourcesThatWereLateForHours_areSpreadOverTheirRests() {
        // Given
        for (int i = 0; i < SOURCES; i++) {
            DueSources.add("quiet" + i, "host.example", -3 * 3_600);
        }
        SCRAPER.change("update source set rest_seconds = 3000");
        DueSources.add("restarted", "host.example", -120);

        // When
        await(catchUp::spread);

        // Then
        assertThat(SCRAPER.number(
                        "select count(*) from source where due_at >= cast(? as timestamptz)",
                        TestClock.CLOCK.instant().toString()))
                .as("the start of the service may have spread some already")
                .isEqualTo(SOURCES);
        assertThat(claim(Set.of()).board().name()).isEqualTo("restarted");
        assertThat(claim(Set.of())).isNull();
        TestClock.CLOCK.advance(Duration.ofSeconds(1_500));
        assertThat(claimAll().size()).as("half of the rest").isBetween(SOURCES / 3, SOURCES * 2 / 3);
        TestClock.CLOCK.advance(Duration.ofSeconds(1_500));
        claimAll();
        assertThat(SCRAPER.number("select count(*) from source where fence = 1"))
                .as("none is missed")
                .isEqualTo(SOURCES + 1);
    }

    private List<Claim> claimAll() {
        List<Claim> claims = new ArrayList<>();
        for (Claim claim = claim(Set.of()); claim != null; claim = claim(Set.of())) {
            claims.add(claim);
        }
        return claims;
    }

    private List<Claim> claim(int most) {
        return await(() -> leases.claim(Set.of(), most));
    }

    private Claim claim(Set<String> busyHosts) {
        List<Claim> claims = await(() -> leases.claim(busyHosts, 1));
        return claims.isEmpty() ? null : claims.get(0);
    }
}
