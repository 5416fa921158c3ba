package io.earlybrd.scraper.liveness;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who looks at the pages of which source, while the service itself looks at none. */
@ServiceTest
@TestProfile(LookClaimsTest.WithoutLooks.class)
@Tag("S13")
@Tag("G2")
class LookClaimsTest {

    private static final int SOURCES = 100;
    private static final int CLAIMERS = 4;

    @Inject
    LookClaims claims;

    /** No look is ever taken, and nothing is crawled. */
    public static class WithoutLooks implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("earlybrd.scraper.liveness.concurrency", "0", "earlybrd.scraper.crawl.concurrency", "0");
        }
    }

    @BeforeEach
    void forgetAllSources() {
        SCRAPER.change("delete from posting");
        SCRAPER.change("delete from source");
    }

    @Test
    void severalClaimers_shareTheSourcesAndGetNoneTwice() throws Exception {
        // Given
        for (int i = 0; i < SOURCES; i++) {
            source("host-" + i + ".example");
        }
        ExecutorService claimers = Executors.newFixedThreadPool(CLAIMERS);

        // When
        List<Callable<List<LookClaim>>> tasks = new ArrayList<>();
        for (int i = 0; i < CLAIMERS; i++) {
            tasks.add(this::claimAll);
        }
        List<LookClaim> claimed = new ArrayList<>();
        for (Future<List<LookClaim>> part : claimers.invokeAll(tasks)) {
            claimed.addAll(part.get());
        }
        claimers.shutdownNow();

        // Then
        assertThat(claimed).hasSize(SOURCES).extracting(LookClaim::id).doesNotHaveDuplicates();
    }

    @Test
    void sourceWhoseInstanceDied_isClaimedAgainWhenItsTimeIsOver() {
        // Given
        source("host.example");
        LookClaim lost = claim(Set.of()).get(0);
        assertThat(claim(Set.of())).isEmpty();

        // When
        TestClock.CLOCK.advance(LookClaims.HELD);

        // Then
        assertThat(claim(Set.of())).extracting(LookClaim::id).containsExactly(lost.id());
        Instant until = lookDueAt();
        await(() -> claims.finish(lost, false).replaceWith(true));
        assertThat(lookDueAt()).as("of the one who has it now").isEqualTo(until);
    }

    @Test
    void finishedRound_isFollowedByAnotherWithinBounds() {
        // Given
        source("host.example");
        Instant now = TestClock.CLOCK.instant();

        // When
        LookClaim claim = claim(Set.of()).get(0);
        await(() -> claims.finish(claim, false).replaceWith(true));

        // Then
        assertThat(lookDueAt())
                .isBetween(now.plus(LookClaims.LONGEST_REST), now.plus(LookClaims.LONGEST_REST.multipliedBy(2)));
    }

    @Test
    void oneSourceOfAHostIsClaimed_andNoneOfABusyOne() {
        source("host.example");
        source("host.example");
        source("busy.example");

        assertThat(claim(Set.of("busy.example"))).extracting(LookClaim::host).containsExactly("host.example");
    }

    @Test
    void sourceThatIsSwitchedOff_isNotClaimed() {
        source("host.example");
        SCRAPER.change("update source set disabled_at = now()");

        assertThat(claim(Set.of())).isEmpty();
    }

    private List<LookClaim> claimAll() {
        List<LookClaim> all = new ArrayList<>();
        int empty = 0;
        while (empty < 3) {
            List<LookClaim> some = claim(Set.of());
            empty = some.isEmpty() ? empty + 1 : 0;
            all.addAll(some);
        }
        return all;
    }

    private List<LookClaim> claim(Set<String> busy) {
        return await(() -> claims.claim(busy, 2));
    }

    private static Instant lookDueAt() {
        return Instant.ofEpochMilli(
                SCRAPER.number("select cast(extract(epoch from looks_due_at) * 1000 as bigint) from source"));
    }

    private static void source(String host) {
        UUID id = UUID.randomUUID();
        SCRAPER.change("""
                insert into source (id, provider, board, host, created_at, due_at, told_at, looks_due_at)
                values (?, 'greenhouse', ?, ?, now(), now(), now(), 'epoch')""", id, "board-" + id, host);
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
