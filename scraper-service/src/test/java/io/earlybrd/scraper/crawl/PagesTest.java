package io.earlybrd.scraper.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Listed;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Outcome.Kind;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.PostingDraft;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S3")
class PagesTest {

    @Test
    void pagesToTheEnd_areOneWholeList() {
        // Given
        Pages pages = new Pages(request(0), page(List.of("a", "b"), 3, 1));

        // When
        assertThat(pages.next()).isEqualTo(request(1));
        pages.add(page(List.of("c"), 0));

        // Then
        assertThat(pages.next()).isNull();
        assertThat(pages.outcome().kind()).isEqualTo(Kind.OK);
        assertThat(ids(pages.outcome())).containsExactly("a", "b", "c");
    }

    @Test
    void listThatMovedWhileItWasRead_isNotWhole() {
        // Given
        Pages pages = new Pages(request(0), page(List.of("a", "b"), 4, 1));

        // When
        pages.next();
        pages.add(page(List.of("b", "c"), 0));

        // Then
        assertThat(pages.outcome().kind()).isEqualTo(Kind.PARTIAL);
        assertThat(pages.outcome().wholeList()).isFalse();
        assertThat(pages.outcome().reason()).isEqualTo("only 3 of 4 listed");
        assertThat(ids(pages.outcome())).containsExactly("a", "b", "c");
    }

    @Test
    void pageThatFails_endsTheListAndKeepsWhatCameBefore() {
        // Given
        Pages pages = new Pages(request(0), page(List.of("a"), 0, 1, 2));

        // When
        pages.next();
        pages.add(new Outcome.Blocked("answers 429", null));

        // Then
        assertThat(pages.next()).isNull();
        assertThat(pages.outcome().kind()).isEqualTo(Kind.PARTIAL);
        assertThat(pages.outcome().wholeList()).isFalse();
        assertThat(pages.outcome().reason()).isEqualTo("page 2: answers 429");
        assertThat(ids(pages.outcome())).containsExactly("a");
    }

    @Test
    void pagesThatNameEachOther_areAskedOnce() {
        // Given
        Pages pages = new Pages(request(0), page(List.of("a"), 0, 1));

        // When
        pages.next();
        pages.add(page(List.of("b"), 0, 0, 1));

        // Then
        assertThat(pages.next()).isNull();
        assertThat(pages.outcome().kind()).isEqualTo(Kind.OK);
    }

    @Test
    void emptyPage_isTheEnd() {
        // Given
        Pages pages = new Pages(request(0), page(List.of("a"), 0, 1, 2));

        // When
        pages.next();
        pages.add(new Outcome.Empty());

        // Then
        assertThat(pages.next()).isNull();
        assertThat(pages.outcome().kind()).isEqualTo(Kind.OK);
    }

    @Test
    void pagesWithoutEnd_areGivenUp() {
        // Given
        Pages pages = new Pages(request(0), page(List.of("0"), 0, 1));

        // When
        for (BoardRequest next = pages.next(); next != null; next = pages.next()) {
            int count = pages.count();
            pages.add(page(List.of("" + count), 0, count));
        }

        // Then
        assertThat(pages.count()).isEqualTo(Pages.MOST);
        assertThat(pages.outcome().wholeList()).isFalse();
        assertThat(ids(pages.outcome())).hasSize(Pages.MOST);
    }

    @Test
    void unusableListings_makeItPartialButWhole() {
        // Given
        Pages pages = new Pages(request(0), page(List.of("a"), 3, 1));

        // When
        pages.next();
        Listed listed = new Listed(List.of(posting("b")), List.of(), 1, List.of(), OptionalInt.empty());
        pages.add(new Outcome.Partial(listed, "1 unusable", true));

        // Then
        assertThat(pages.outcome().kind()).isEqualTo(Kind.PARTIAL);
        assertThat(pages.outcome().wholeList()).isTrue();
    }

    private static Outcome page(List<String> ids, int total, int... next) {
        return new Outcome.Ok(new Listed(
                ids.stream().map(PagesTest::posting).toList(),
                List.of(),
                0,
                IntStream.of(next).mapToObj(PagesTest::request).toList(),
                total == 0 ? OptionalInt.empty() : OptionalInt.of(total)));
    }

    private static BoardRequest request(int page) {
        return new BoardRequest(URI.create("https://board.example/jobs?page=" + page), "application/json", 1_000);
    }

    private static Posting posting(String id) {
        return new PostingDraft(id)
                .title("Title")
                .company("Company")
                .url("https://board.example/jobs/" + id)
                .posting();
    }

    private static List<String> ids(Outcome outcome) {
        return outcome.postings().stream().map(Posting::externalId).toList();
    }
}
