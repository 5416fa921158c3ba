package io.earlybrd.matcher.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.events.UnreadableEvent;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import io.earlybrd.matcher.text.TokenisedText;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A job that is larger than any job should be is judged by the beginning of its texts, and what was not read is unknown. */
@Tag("M5")
class HugeJobTest {

    private static final int MEGABYTE = 1_000_000;

    @Test
    void megabyteWithoutTitleInThousandsOfPlaces_isJudgedAtOnce() {
        // Given
        Posting posting = Posting.titled("").body("rust and c++/c#, r&d; ".repeat(MEGABYTE / 22) + "haskell");
        for (int i = 0; i < 5_000; i++) {
            posting.in("Town " + i + ", Germany");
        }
        Criteria criteria = Wish.of("rust OR haskell").in("Town 4999", "France").criteria();
        long begun = cpuTime();

        // When
        JobText job = posting.text();
        for (int i = 0; i < 100; i++) {
            assertThat(criteria.areMetBy(job)).isTrue();
        }

        // Then
        assertThat(Duration.ofNanos(cpuTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void wordBeyondWhatIsRead_isUnknown() {
        // Given
        JobText job = Posting.titled("Developer")
                .body("rust " + " ".repeat(TokenisedText.MOST_CHARACTERS) + "haskell")
                .text();

        // Then
        assertThat(verdictOf("rust", job)).isEqualTo(Verdict.YES);
        assertThat(verdictOf("haskell", job)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Wish.of("haskell").criteria().areMetBy(job)).isFalse();
        assertThat(Wish.of("rust -haskell").criteria().areMetBy(job)).isTrue();
    }

    @Test
    void wordAcrossTheEndOfWhatIsRead_isNotCutIntoAnother() {
        // Given
        JobText job = Posting.titled("Developer")
                .body(" ".repeat(TokenisedText.MOST_CHARACTERS - 4) + "javascript")
                .text();

        // Then
        assertThat(Wish.of("java").criteria().areMetBy(job)).isFalse();
    }

    @Test
    void longestDescriptionThatIsPromised_isReadToItsEnd() {
        // Given
        String body = "x ".repeat(TokenisedText.MOST_CHARACTERS / 2 - 2) + "rust";
        JobText job = Posting.titled("Developer").body(body).text();

        // Then
        assertThat(body).hasSize(TokenisedText.MOST_CHARACTERS);
        assertThat(Wish.of("rust").criteria().areMetBy(job)).isTrue();
    }

    @Test
    void textWithoutBlanks_isReadAsFarAsTextsAre() {
        // Given
        JobText job = Posting.titled("開発者").body("開".repeat(MEGABYTE)).text();

        // Then
        assertThat(job.body().size()).isEqualTo(TokenisedText.MOST_CHARACTERS);
    }

    @Test
    void jobWhoseTitleIsMissing_isRefused() {
        assertThatThrownBy(() -> Posting.titled(null).text())
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("title");
    }

    private static Verdict verdictOf(String words, JobText job) {
        return Wish.of(words).criteria().explain(job).get(0).verdict();
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
