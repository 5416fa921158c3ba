package io.earlybrd.scraper.crawl;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.SourceChanged;
import io.earlybrd.events.Topic;
import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestSource;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.board.Board;
import io.earlybrd.testkit.board.BoardFault;
import io.earlybrd.testkit.board.JobDraft;
import io.earlybrd.testkit.trace.RecordedSpan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That what is stored is published, all of it and once, whatever fails in between. */
@ServiceTest
@Tag("S21")
class PublishingTest {

    private static final int MANY = 250;

    private final Board board = Boards.open();

    @Test
    @Tag("G3")
    void crawlWhileTheBrokerIsAway_isPublishedOnceAfterwards() {
        // Given
        addJobs(MANY);
        Backends.kafka().stop();

        // When
        TestSource source = TestSource.greenhouse(board).crawled();
        assertThat(SCRAPER.number("select count(*) from posting where source_id = ?", source.id()))
                .isEqualTo(MANY);
        Backends.kafka().restart();

        // Then
        List<ConsumerRecord<String, byte[]>> records = recordsOf(source);
        assertThat(records).hasSize(MANY);
        assertThat(records).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
        assertThat(records)
                .extracting(record -> CloudEvent.of(record.headers()).id())
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("G3")
    void rowsAndTheirEvents_areStoredTogetherOrNotAtAll() {
        // Given
        board.add(JobDraft.of("Poisonous", "Oslo"));
        SCRAPER.change("""
                create function refuse() returns trigger language plpgsql as $$
                begin
                    if new.payload like '%Poisonous%' then raise 'refused'; end if;
                    return new;
                end $$""");
        SCRAPER.change("create trigger refuse before insert on outbox for each row execute function refuse()");

        // When
        TestSource source = TestSource.greenhouse(board).crawled();

        // Then
        assertThat(SCRAPER.number("select count(*) from posting where source_id = ?", source.id()))
                .isZero();
        assertThat(source.column("health")).isEqualTo("degraded");
        SCRAPER.change("drop trigger refuse on outbox");
        source.crawlAgain();
        assertThat(source.posted()).extracting(JobPosted::backfill).containsExactly(true);
        assertThat(SCRAPER.number("select count(*) from posting where source_id = ?", source.id()))
                .isEqualTo(1);
    }

    @Test
    @Tag("S14")
    void boardOfFiveThousandJobs_isOneBaseline() {
        // Given
        addJobs(5000);

        // When
        TestSource source = TestSource.greenhouse(board).crawled();

        // Then
        assertThat(recordsOf(source))
                .hasSize(5000)
                .allMatch(record -> job(record).backfill());
        assertThat(source.column("open_jobs")).isEqualTo("5000");
    }

    @Test
    @Tag("O17")
    void everyRecord_carriesTheTraceOfItsFetch() {
        // Given
        board.add(JobDraft.of("Java Developer", "Oslo"));
        board.add(JobDraft.of("Go Developer", "Oslo"));

        // When
        TestSource source = TestSource.greenhouse(board).crawled();

        // Then
        Set<String> traceparents = recordsOf(source).stream()
                .map(record -> record.headers().lastHeader("traceparent").value())
                .map(header -> new String(header, StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
        assertThat(traceparents).hasSize(1).allMatch(header -> header.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
        String traceId = traceparents.iterator().next().split("-")[1];
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Boards.traces().trace(traceId))
                        .filteredOn(span -> span.parentId().isEmpty())
                        .extracting(RecordedSpan::name)
                        .containsExactly("fetch greenhouse"));
    }

    @Test
    @Tag("S3")
    void changeOfHealth_isToldOnce() {
        // Given
        board.add(JobDraft.of("Java Developer", "Oslo"));
        TestSource source = TestSource.greenhouse(board).crawled();

        // When
        board.misbehave(BoardFault.status(403));
        source.crawlAgain().crawlAgain();
        board.behave();
        source.crawlAgain().crawlAgain();

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(source.told())
                        .extracting(SourceChanged::health)
                        .containsExactly("new", "healthy", "blocked", "healthy"));
        assertThat(source.told()).extracting(SourceChanged::version).containsExactly(1L, 2L, 3L, 4L);
        assertThat(source.told()).last().satisfies(told -> {
            assertThat(told.openJobs()).isEqualTo(1);
            assertThat(told.lastYield()).isEqualTo(1);
            assertThat(told.lastSuccessAt()).isPresent();
        });
    }

    private void addJobs(int count) {
        for (int i = 0; i < count; i++) {
            board.add(JobDraft.of("Developer " + i, "Oslo"));
        }
    }

    private static List<ConsumerRecord<String, byte[]>> recordsOf(TestSource source) {
        return TestSource.published(Topic.JOBS, JobPosted.class).stream()
                .filter(record -> job(record).sourceId().equals(source.sourceId()))
                .toList();
    }

    private static JobPosted job(ConsumerRecord<String, byte[]> record) {
        return EventJson.read(record.value(), JobPosted.class);
    }
}
