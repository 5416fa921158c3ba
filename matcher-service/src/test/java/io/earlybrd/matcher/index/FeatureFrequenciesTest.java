package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M1")
class FeatureFrequenciesTest {

    private static final int JAVA = 1;
    private static final int COBOL = 2;
    private static final Offset<Float> A_LITTLE = within(0.02f);

    private final FeatureFrequencies frequencies = new FeatureFrequencies();
    private final JobFeatures job = new JobFeatures();

    @Test
    void beforeTheFirstJob_shareIsThatOfTheAlerts() {
        // When
        ask(JAVA, 3);
        ask(COBOL, 1);

        // Then
        assertThat(frequencies.of(JAVA)).isCloseTo(0.7f, A_LITTLE);
        assertThat(frequencies.of(COBOL)).isCloseTo(0.3f, A_LITTLE);
    }

    @Test
    void afterManyAlerts_shareIsTheirsThoughOfLaterOnesSomeStandForAll() {
        // When
        ask(JAVA, 4_000);
        ask(COBOL, 40_000);
        ask(JAVA, 76_000);

        // Then
        assertThat(frequencies.of(JAVA)).isCloseTo(0.667f, A_LITTLE);
        assertThat(frequencies.of(COBOL)).isCloseTo(0.333f, A_LITTLE);
    }

    @Test
    void afterManyJobs_shareIsTheirsThoughOfLaterOnesSomeStandForAll() {
        // Given
        ask(JAVA, 1);
        ask(COBOL, 1);

        // When
        count(4_000, JAVA);
        count(12_000, COBOL);

        // Then
        assertThat(frequencies.jobs()).isCloseTo(16_000, within(10));
        assertThat(frequencies.of(JAVA)).isCloseTo(0.25f, A_LITTLE);
        assertThat(frequencies.of(COBOL)).isCloseTo(0.75f, A_LITTLE);
    }

    private void ask(int feature, int alerts) {
        for (int i = 0; i < alerts; i++) {
            frequencies.countAlert(new int[] {Program.FEATURE | feature});
        }
    }

    private void count(int jobs, int feature) {
        job.clear();
        job.mark(feature);
        for (int i = 0; i < jobs; i++) {
            frequencies.countJob(job);
        }
    }
}
