package io.earlybrd.scraper.liveness;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.testing.ServiceTest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which postings are looked at, while the service itself looks at none. */
@ServiceTest
@TestProfile(LookClaimsTest.WithoutLooks.class)
@Tag("S13")
class LookTableTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration UNSEEN = Duration.ofHours(6);

    private final UUID source = UUID.randomUUID();

    @Inject
    LookTable table;

    @BeforeEach
    void addSource() {
        SCRAPER.change("""
                insert into source (id, provider, board, host, created_at, due_at, told_at, health, listed_at, last_crawl_at)
                values (?, 'rss', ?, 'host.example', now(), now(), now(), 'healthy', ?::timestamptz, ?::timestamptz)""", source, source.toString(), NOW.toString(), NOW.toString());
    }

    @Test
    void manyUnseenPostings_areEnrolledALittleAtATimeAndNoneIsLeftOut() {
        // Given
        posting("a", "2026-11-26T01:00:00Z");
        posting("b", "2026-11-26T02:00:00Z");
        posting("c", "2026-11-26T02:00:00Z");
        posting("d", "2026-11-26T02:00:00Z");
        posting("e", "2026-11-26T06:00:00Z");
        posting("f", "2026-11-26T06:00:01Z");

        // When
        enrol(2);

        // Then
        assertThat(enrolled()).containsExactly("a", "b", "c", "d");

        // When
        enrol(2);

        // Then
        assertThat(enrolled()).containsExactly("a", "b", "c", "d", "e");

        // When
        SCRAPER.change("update source set listed_at = listed_at + interval '1 second' where id = ?", source);
        enrol(2);

        // Then
        assertThat(enrolled()).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void sourceThatIsNotCrawled_hasNoUnseenPosting() {
        // Given
        posting("a", "2026-11-26T05:00:00Z");
        SCRAPER.change(
                "update source set listed_at = '2026-11-26T05:30:00Z', last_crawl_at = null where id = ?", source);

        // When
        enrol(10);

        // Then
        assertThat(enrolled()).isEmpty();
    }

    @Test
    void sourceThatDoesNotFareWell_countsByItsCrawlsThoughTheyReadNoList() {
        // Given
        posting("a", "2026-11-26T05:00:00Z");
        SCRAPER.change("update source set listed_at = '2026-11-26T05:30:00Z', health = 'blocked' where id = ?", source);

        // When
        enrol(10);

        // Then
        assertThat(enrolled()).containsExactly("a");
    }

    @Test
    void postingThatWasListedAgain_isEnrolledAnewWithoutItsStrikes() {
        // Given
        posting("a", "2026-11-26T01:00:00Z");
        enrol(10);
        SCRAPER.change("update look set strikes = 2, gone_since = now() where source_id = ?", source);
        SCRAPER.change("update posting set last_seen_at = '2026-11-26T14:00:00Z' where source_id = ?", source);
        SCRAPER.change("update source set listed_at = '2026-11-26T21:00:00Z' where id = ?", source);

        // When
        enrol(10);

        // Then
        assertThat(SCRAPER.number("select strikes from look where source_id = ?", source))
                .isZero();
    }

    private void enrol(int most) {
        await(() -> Panache.withTransaction(() -> table.enrol(source, UNSEEN, most, NOW))
                .replaceWith(true));
    }

    private List<String> enrolled() {
        return SCRAPER.column(
                "select external_id from look join posting on job_id = posting_id where look.source_id = ? order by 1",
                source);
    }

    private void posting(String externalId, String lastSeenAt) {
        SCRAPER.change("""
                insert into posting (job_id, source_id, external_id, content_hash, version, backfill, first_seen_at, last_seen_at, shown)
                values (?, ?, ?, '', 1, false, now(), ?::timestamptz, '{"url": "https://host.example/1"}')""", source + externalId, source, externalId, lastSeenAt);
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
