package io.earlybrd.scraper.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.database.Transactions;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which jobs a new posting is compared with. */
@ServiceTest
class JobTableTest {

    @Inject
    PostingStore store;

    @Inject
    JobTable table;

    @Inject
    Transactions transactions;

    // No other test has its jobs.
    private final String company = "Oakline " + UUID.randomUUID();

    @Test
    @Tag("S8")
    void openingOfAChainThatHasMany_isComparedWithFew() throws Throwable {
        // Given
        CrawledSource board = CrawledSource.board(store);
        board.lists(IntStream.range(0, 2 * JobTable.MOST_ALIKE)
                .mapToObj(i -> barista("" + i, Texts.of(i + 10, 60)))
                .toList());
        Posting next = barista("next", Texts.of(10, 60));
        Moved listing = new Moved(
                "next",
                board.id(),
                next,
                Identity.contentHash(next),
                FoldKey.of(next),
                null,
                false,
                true,
                0,
                TestClock.CLOCK.instant());

        // When
        List<FoldedJob> concerned =
                VertxContextSupport.subscribeAndAwait(() -> transactions.run(() -> table.concerned(List.of(listing))));

        // Then
        assertThat(concerned).hasSizeBetween(JobTable.MOST_ALIKE, JobTable.MOST_ALIKE + 1);
        assertThat(concerned)
                .as("the one with the same text is among them")
                .anyMatch(job -> listing.key().copy().equals(job.row().copy()));
    }

    private Posting barista(String id, String text) {
        return Texts.draft(id, company, "Barista", "Oslo", text).posting();
    }
}
