package io.earlybrd.account.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S20")
class UnstatedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "remote | 40 | 0 | 31 | 31 of 40 jobs that fit otherwise do not say whether they are remote: they are left out.",
                "remote | 40 | 0 | 40 | All 40 jobs that fit otherwise do not say whether they are remote: they are left out.",
                "places | 40 | 1 | 0 | 1 of 40 jobs that fit otherwise may be at another place: it is included.",
                "salaryFloor | 2000 | 10 | 1500 | 1,510 of 2,000 jobs that fit otherwise do not say what they pay in a way that we"
                        + " can compare: 10 included, 1,500 left out.",
                "seniorities | 4 | 2 | 0 | 2 of 4 jobs that fit otherwise do not say which level it is: they are included."
            })
    void filterThatJobsDoNotAnswer_isSaid(String kind, int of, int passing, int missed, String sentence) {
        assertThat(Unstated.sentence(new PreviewAnswer.Unstated(kind, of, passing, missed)))
                .contains(sentence);
    }

    @Test
    void filterThatEveryJobAnswers_isNotMentioned() {
        assertThat(Unstated.sentence(new PreviewAnswer.Unstated("employersOnly", 40, 40, 0)))
                .isEmpty();
    }
}
