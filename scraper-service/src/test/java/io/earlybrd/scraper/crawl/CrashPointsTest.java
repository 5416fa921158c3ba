package io.earlybrd.scraper.crawl;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.SourceChanged;
import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import io.earlybrd.scraper.testing.TestSource;
import io.earlybrd.testkit.board.Board;
import io.earlybrd.testkit.board.JobDraft;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a crawl whose connection to the database dies between any two of its lines is completed by the next, once. */
@ServiceTest
@Tag("G3")
@Tag("S21")
class CrashPointsTest {

    /** More than one chunk. */
    private static final int MANY = 150;

    private final Board board = Boards.open();

    @AfterEach
    void crashNoMore() {
        for (String table : List.of("posting", "job", "outbox", "source")) {
            SCRAPER.change("drop trigger if exists crash on " + table);
        }
        SCRAPER.change("drop function if exists crash");
        SCRAPER.change("drop sequence if exists crashes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    posting | insert | new.version = 1
                    posting | update | old.content_hash <> new.content_hash
                    posting | update | old.closed_at is null and new.closed_at is not null
                    job     | insert | new.version = 1
                    job     | update | new.version > old.version and new.closed_at is null
                    job     | update | old.closed_at is null and new.closed_at is not null
                    outbox  | insert | new.type = 'JobPosted'
                    outbox  | insert | new.type = 'JobClosed'
                    outbox  | insert | new.type = 'SourceChanged'
                    source  | update | old.last_crawl_at is distinct from new.last_crawl_at
                    """)
    void crawlThatBreaksAtALine_isCompletedOnce(String table, String change, String when) {
        // Given
        long leaving = board.add(JobDraft.of("Leaving", "Oslo"));
        long changing = board.add(JobDraft.of("Changing", "Oslo"));
        TestSource source = TestSource.greenhouse(board).crawled();
        assertThat(source.posted()).hasSize(2);
        board.remove(leaving);
        board.change(changing, JobDraft.of("Changed", "Oslo"));
        board.add(JobDraft.of("New", "Oslo"));
        crashOnceAt(table, change, when + " and " + isOf(source, table));

        // When
        breakOff(source);
        source.crawlAgain();

        // Then
        assertThat(source.posted())
                .extracting(JobPosted::title, JobPosted::version, JobPosted::backfill)
                .containsExactlyInAnyOrder(
                        tuple("Leaving", 1L, true),
                        tuple("Changing", 1L, true),
                        tuple("Changed", 2L, true),
                        tuple("New", 1L, false));
        assertThat(source.closed()).extracting(JobClosed::version).containsExactly(2L);
        assertThat(source.told()).extracting(SourceChanged::version).doesNotHaveDuplicates();
        assertThat(source.told()).last().satisfies(told -> {
            assertThat(told.health()).isEqualTo("healthy");
            assertThat(told.openJobs()).isEqualTo(2);
        });
        assertThat(source.column("open_jobs")).isEqualTo("2");
    }

    @Test
    void firstCrawlThatBreaksBetweenTwoTransactions_isOneBaseline() {
        // Given
        for (int i = 0; i < MANY; i++) {
            board.add(JobDraft.of("Developer " + i, "Oslo"));
        }
        String last = "Developer " + (MANY - 1);
        crashOnceAt("outbox", "insert", "new.payload like '%" + last + "%'");

        // When
        TestSource source = TestSource.greenhouse(board);
        awaitCrash();
        TestClock.CLOCK.advance(Duration.ofSeconds(1));
        source.crawlAgain();

        // Then
        List<JobPosted> posted = source.posted();
        assertThat(posted).hasSize(MANY).allMatch(JobPosted::backfill);
        assertThat(posted).extracting(JobPosted::jobId).doesNotHaveDuplicates();
        assertThat(source.column("baseline_at")).isNotNull();
    }

    /** Lets the next crawl come as far as the crash point, and frees the source as the end of the lease would. */
    private static void breakOff(TestSource source) {
        TestClock.CLOCK.advance(Duration.ofSeconds(1));
        source.poll();
        awaitCrash();
        SCRAPER.change("update source set leased_until = null where id = ?", source.id());
        TestClock.CLOCK.advance(Duration.ofSeconds(1));
    }

    private static void awaitCrash() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(SCRAPER.text("select is_called from crashes"))
                        .isEqualTo("t"));
    }

    /** The number of crashes is a sequence, because those survive what is rolled back. */
    private static void crashOnceAt(String table, String change, String when) {
        SCRAPER.change("create sequence crashes");
        SCRAPER.change("""
                create function crash() returns trigger language plpgsql security definer as $$
                begin
                    if nextval('crashes') = 1 then
                        perform pg_terminate_backend(pg_backend_pid());
                        perform pg_sleep(60);
                    end if;
                    return new;
                end $$""");
        SCRAPER.change("create trigger crash before " + change + " on " + table + " for each row when (" + when
                + ") execute function crash()");
    }

    private static String isOf(TestSource source, String table) {
        return switch (table) {
            case "posting" -> "new.source_id = '" + source.id() + "'";
            case "job" -> "new.source = '" + source.sourceId() + "'";
            case "source" -> "new.id = '" + source.id() + "'";
            default -> "new.payload like '%" + source.sourceId() + "%'";
        };
    }
}
