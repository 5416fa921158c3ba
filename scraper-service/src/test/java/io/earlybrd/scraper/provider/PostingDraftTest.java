package io.earlybrd.scraper.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.events.Place;
import io.earlybrd.scraper.normalise.Pay;
import io.earlybrd.scraper.normalise.Seniority;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That no value of one listing can spoil the board that it is part of. */
@Tag("S3")
class PostingDraftTest {

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "2100-01-01T00:00:00Z"})
    void timeThatCannotBeRight_isNotStated(String time) {
        assertThat(draft("1").postedAt(Instant.parse(time)).posting().postedAt())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-11-23T10:00:00Z", "2099-12-31T23:59:59.999Z"})
    void timeThatMayBeRight_isKept(String time) {
        assertThat(draft("1").postedAt(Instant.parse(time)).posting().postedAt())
                .isEqualTo(time);
    }

    @Test
    void timeBeyondAllCalendars_isNotStated() {
        assertThat(draft("1").postedAt(Instant.MAX).posting().postedAt()).isNull();
        assertThat(draft("1").postedAt(Instant.MIN).posting().postedAt()).isNull();
    }

    @Test
    void id_isBoundedByItsBytes() {
        assertThat(draft("\u4f60".repeat(666)).posting().externalId()).hasSize(666);
        assertThatThrownBy(() -> draft("\u4f60".repeat(667)).posting()).isInstanceOf(UnusablePosting.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "a\nb", "a\ud800b", "a\udc00b"})
    void idThatCannotBeStored_isUnusable(String id) {
        assertThatThrownBy(() -> draft(id).posting()).isInstanceOf(UnusablePosting.class);
    }

    @Test
    void idWithACharacterOfTwoHalves_isUsable() {
        assertThat(draft("job-\ud83d\ude00").posting().externalId()).isEqualTo("job-\ud83d\ude00");
    }

    @Test
    void places_areBoundedInNumberAndLength() {
        PostingDraft draft = draft("1").places("x".repeat(1000));
        for (int i = 0; i < 1000; i++) {
            draft.places("Place " + i);
        }

        assertThat(draft.posting().places())
                .hasSize(200)
                .allSatisfy(place -> assertThat(place.text()).hasSizeBetween(1, 200));
    }

    @Test
    @Tag("S11")
    void levelOfProvider_countsBeforeThatOfTitle() {
        PostingDraft draft = draft("1").title("Senior Welder");

        assertThat(draft.posting().seniority()).isEqualTo(Seniority.SENIOR);
        assertThat(draft.seniority(null).seniority(Seniority.MID).posting().seniority())
                .isEqualTo(Seniority.MID);
    }

    @Test
    @Tag("S19")
    void agency_isFlagged() {
        assertThat(draft("1").posting().agency()).isFalse();
        assertThat(draft("1")
                        .html("<p>Our client is <b>hiring</b> a welder.</p>")
                        .posting()
                        .agency())
                .isTrue();
    }

    @Test
    @Tag("S11")
    void pay_isTakenFromFiguresThenFieldThenDescription() {
        String sentence = "<p>The salary range is $50,000 - $60,000 a year.</p>";

        assertThat(draft("1").html(sentence).posting().salary()).isNull();
        assertThat(draft("1").html(sentence).places("Austin, TX").posting().salary())
                .isEqualTo(Pay.range(BigDecimal.valueOf(50_000), BigDecimal.valueOf(60_000), "USD", "year"));
        assertThat(draft("1").html(sentence).pay("€70k").posting().salary())
                .isEqualTo(Pay.range(BigDecimal.valueOf(70_000), BigDecimal.valueOf(70_000), "EUR", "year"));
        assertThat(draft("1")
                        .pay("€70k")
                        .salary(Pay.range(BigDecimal.ONE, null, "CHF", "hour"))
                        .posting()
                        .salary())
                .isEqualTo(Pay.range(BigDecimal.ONE, null, "CHF", "hour"));
    }

    @Test
    @Tag("S11")
    void placeInFieldsOfItsOwn_isKept() {
        assertThat(draft("1")
                        .place("", "Oslo", "", "Norway")
                        .place("HQ", "", "", "xx")
                        .place("", "", "", "")
                        .posting()
                        .places())
                .containsExactly(
                        new Place("Oslo, Norway", Optional.of("Oslo"), Optional.empty(), Optional.of("NO")),
                        Place.of("HQ"));
    }

    @Test
    @Tag("S11")
    void region_isToldByTheNameThatIsNoCity() {
        assertThat(draft("1").place("", "Buffalo", "New York", "US").posting().places())
                .extracting(place -> place.region().orElse(""))
                .containsExactly("New York State");
    }

    private static PostingDraft draft(String id) {
        return new PostingDraft(id).title("T").company("C").url("https://x.example/1");
    }
}
