package io.earlybrd.scraper.posting;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.earlybrd.events.JobPosted;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.PostingDraft;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestClock;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Listings whose details stand elsewhere: what is told of them, and what is asked for. */
@ServiceTest
class DetailsTest {

    @Inject
    PostingStore store;

    private CrawledSource source;

    @BeforeEach
    void open() {
        source = CrawledSource.board(store);
    }

    @Test
    @Tag("S1")
    void poorListing_isToldAsItStandsAndEnrichedWhenItsDetailsCome() {
        // Given
        Stub stub = stub("1", "Welder", posting("1", "Welder", ""));

        // When
        Changes poor = source.lists(List.of(), List.of(stub));
        Changes rich = source.lists(posting("1", "Welder", "You weld.").detailsOf(stub));
        Changes again = source.lists(List.of(), List.of(stub));

        // Then
        assertThat(List.of(poor, rich, again))
                .containsExactly(new Changes(1, 0, 0, 0), new Changes(0, 1, 0, 0), Changes.NONE);
        assertThat(CrawledSource.told(JobPosted.class, source.name()))
                .extracting(JobPosted::version, JobPosted::description, JobPosted::backfill)
                .containsExactly(tuple(1L, "", false), tuple(2L, "You weld.", false));
        assertThat(source.wanted(stub)).isEmpty();
    }

    @Test
    @Tag("S12")
    void listingWithUnreadDetails_isNoJobYetAndClosesNone() {
        // Given
        Stub known = stub("1", "Welder", null);
        Stub unknown = stub("2", "Fitter", null);
        source.lists(posting("1", "Welder", "You weld.").detailsOf(known));

        // When
        Changes changes = source.lists(List.of(), List.of(known, unknown));

        // Then
        assertThat(changes).isEqualTo(new Changes(0, 0, 0, 1));
        assertThat(SCRAPER.column("select external_id from posting where source_id = ?", source.id()))
                .containsExactly("1");
        assertThat(source.wanted(known, unknown)).containsExactly(unknown);
    }

    @Test
    @Tag("S1")
    void changedRevisionAndFailure_areAskedForAtTheirTime() {
        // Given
        Stub stub = stub("1", "Welder", null);
        source.lists(posting("1", "Welder", "You weld.").detailsOf(stub));
        Stub changed = stub("1", "Senior welder", null);
        assertThat(source.wanted(changed)).containsExactly(changed);

        // When
        source.asksInVain(changed);

        // Then
        assertThat(source.wanted(changed)).isEmpty();
        TestClock.CLOCK.advance(Duration.ofHours(1));
        assertThat(source.wanted(changed)).containsExactly(changed);
    }

    @Test
    @Tag("S14")
    void listingThatFailedBeforeTheBaseline_isNotNewWhenItIsReadAtLast() {
        // Given
        Stub stub = stub("1", "Welder", null);
        source.asksInVain(stub);
        assertThat(source.lists(List.of(), List.of(stub)).unread())
                .as("does not hold up the baseline")
                .isZero();

        // When
        SCRAPER.change("update source set baseline_at = baseline_at + interval '1 minute' where id = ?", source.id());
        source.lists(posting("1", "Welder", "You weld.").detailsOf(stub));

        // Then
        assertThat(CrawledSource.told(JobPosted.class, source.name()))
                .extracting(JobPosted::backfill)
                .containsExactly(true);
    }

    private static Stub stub(String id, String shown, @Nullable Posting listed) {
        URI details = URI.create("https://board.example/jobs/" + id);
        return new Stub(id, shown, new BoardRequest(details, "application/json", 1_000), listed);
    }

    private static Posting posting(String id, String title, String text) {
        return new PostingDraft(id)
                .title(title)
                .company("Oakline")
                .html(text)
                .url("https://oakline.example/jobs/" + id)
                .posting();
    }
}
