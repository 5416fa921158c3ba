package io.earlybrd.scraper.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.liveness.Sight.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pages that are gone say something of their jobs. */
@Tag("S13")
class RoundTest {

    private final Round round = new Round(false);

    @ParameterizedTest(name = "{0}, witnesses {1}: believed {2}")
    @CsvSource({
        "GONE, '', true",
        "GONE GONE GONE, '', true",
        "GONE GONE GONE GONE, '', false",
        "GONE GONE GONE GONE OPEN, '', true",
        "GONE GONE GONE GONE OVER, '', true",
        "GONE SILENT GONE SILENT, '', false",
        "GONE, GONE GONE GONE, false",
        "GONE, GONE SILENT SILENT, false",
        "GONE, GONE GONE, true",
        "GONE, GONE GONE OPEN, true",
        "LED_UP, '', false",
        "LED_UP LED_UP LED_UP LED_UP, '', false",
        "LED_UP GONE, '', false",
        "LED_UP, OPEN, true"
    })
    void missingPageIsBelieved_ifAnotherOfTheHostIsThereOrItHasFew(String seen, String witnesses, boolean believed) {
        for (String kind : seen.split(" ")) {
            round.add(look("one.example"), sight(kind));
        }
        if (!witnesses.isEmpty()) {
            for (String kind : witnesses.split(" ")) {
                round.addWitness(look("one.example"), sight(kind));
            }
        }

        assertThat(round.believes(round.seen().get(0))).isEqualTo(believed);
        boolean many = (seen + " " + witnesses).split(" ").length >= Round.FEW;
        assertThat(round.unbelieved().isEmpty()).as("is not reported").isEqualTo(believed || !many);
    }

    @Test
    void pageOfAnotherHost_isNoWitness() {
        round.add(look("other.example"), sight("OPEN"));
        for (int i = 0; i < 4; i++) {
            round.add(look("one.example"), sight("GONE"));
        }

        assertThat(round.unbelieved()).containsExactly("one.example");
    }

    @Test
    void sourceWhoseListIsDoubted_needsNoWitness() {
        Round doubted = new Round(true);
        for (int i = 0; i < 5; i++) {
            doubted.add(look("one.example"), sight("LED_UP"));
        }

        assertThat(doubted.suspects()).isEmpty();
        assertThat(doubted.unbelieved()).isEmpty();
        assertThat(doubted.seen()).allMatch(doubted::believes);
    }

    @Test
    void siteThatSaysNothingThreeTimes_isLeftAlone() {
        round.add(look("one.example"), sight("SILENT"));
        round.add(look("one.example"), sight("SILENT"));
        round.add(look("one.example"), sight("OPEN"));
        round.add(look("one.example"), sight("SILENT"));
        round.add(look("one.example"), sight("SILENT"));
        assertThat(round.ended()).isFalse();

        round.add(look("one.example"), sight("SILENT"));

        assertThat(round.ended()).isTrue();
    }

    private static Look look(String host) {
        return Look.first("posting", "https://" + host + "/jobs/1", Instant.EPOCH);
    }

    private static Sight sight(String kind) {
        return new Sight(Kind.valueOf(kind), Validators.NONE, null, null);
    }
}
