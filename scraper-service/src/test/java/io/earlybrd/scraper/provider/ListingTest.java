package io.earlybrd.scraper.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.scraper.provider.Outcome.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an answer amounts to in which something breaks midway. */
@Tag("S12")
class ListingTest {

    @Test
    void connectionThatBreaksMidway_leavesWhatWasReadAndNoWholeList() throws IOException {
        Outcome outcome = Listing.read(listing -> {
            listing.add(ListingTest::posting);
            throw new EOFException("cut");
        });

        assertThat(outcome.kind()).isEqualTo(Kind.PARTIAL);
        assertThat(outcome.postings()).hasSize(1);
        assertThat(outcome.wholeList()).isFalse();
        assertThat(outcome.reason()).isEqualTo("broken answer: cut");
    }

    @Test
    void connectionThatBreaksBeforeTheFirstPosting_isNoAnswer() {
        assertThatThrownBy(() -> Listing.read(listing -> {
                    throw new EOFException("cut");
                }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void adapterThatFailsMidway_leavesWhatWasReadAndNoWholeList() throws IOException {
        Outcome outcome = Listing.read(listing -> {
            listing.add(ListingTest::posting);
            throw new IllegalStateException("unforeseen");
        });

        assertThat(outcome.kind()).isEqualTo(Kind.PARTIAL);
        assertThat(outcome.postings()).hasSize(1);
        assertThat(outcome.wholeList()).isFalse();
    }

    @Test
    void listWithoutEnd_isReadUpToABoundAndIsNoWholeList() throws IOException {
        AtomicInteger asked = new AtomicInteger();

        Outcome outcome = Listing.read(listing -> {
            while (true) {
                asked.incrementAndGet();
                listing.add(ListingTest::posting);
            }
        });

        assertThat(outcome.kind()).isEqualTo(Kind.PARTIAL);
        assertThat(outcome.postings()).hasSize(Listing.MOST);
        assertThat(outcome.wholeList()).isFalse();
        assertThat(asked).hasValue(Listing.MOST + 1);
    }

    private static Posting posting() {
        return new PostingDraft("1")
                .title("Java Developer")
                .company("Fjordbank")
                .url("https://fjordbank.example/1")
                .posting();
    }
}
