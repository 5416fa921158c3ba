package io.earlybrd.scraper.crawl;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.JobPosted;
import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.ImpatientWithTheDatabase;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import io.earlybrd.scraper.testing.TestSource;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.board.Board;
import io.earlybrd.testkit.board.JobDraft;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URL;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That a step which gets no answer holds up neither other sources nor the alarm. */
@ServiceTest
@TestProfile(ImpatientWithTheDatabase.class)
@Tag("G14")
class StalledDatabaseTest {

    private static final Pattern OVERDUE = Pattern.compile("(?m)^earlybrd_source_overdue_seconds(?:\\{})? (\\S+)$");

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void crawlThatCannotStore_endsSoThatOthersGoOn() throws Exception {
        // Given
        Board stuck = Boards.open();
        stuck.add(JobDraft.of("Java Developer", "Oslo"));
        TestSource first;
        try (Connection other = Backends.postgres().connect("scraper");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table posting in share mode");

            // When
            first = TestSource.greenhouse(stuck).crawled();
            TestSource second = TestSource.greenhouse(Boards.open()).crawled();

            // Then
            assertThat(first.column("health")).isEqualTo("degraded");
            assertThat(second.column("health")).isEqualTo("healthy");
            other.rollback();
        }
        first.crawlAgain();
        assertThat(first.posted()).extracting(JobPosted::title).containsExactly("Java Developer");
    }

    @Test
    void overdue_growsWhileNobodyCanLook() {
        // Given
        SCRAPER.change("alter table source rename to source_elsewhere");
        try {
            // When
            TestClock.CLOCK.advance(Duration.ofHours(1));

            // Then
            assertThat(overdue()).isGreaterThanOrEqualTo(3600);
        } finally {
            SCRAPER.change("alter table source_elsewhere rename to source");
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(overdue()).isLessThan(60));
    }

    private double overdue() {
        Matcher gauge = OVERDUE.matcher(RestAssured.get(metrics).asString());
        assertThat(gauge.find()).isTrue();
        return Double.parseDouble(gauge.group(1));
    }
}
