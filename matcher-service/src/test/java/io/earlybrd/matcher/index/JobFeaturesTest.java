package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JobFeaturesTest {

    private final JobFeatures features = new JobFeatures();

    @Test
    void featureThatIsBeingAdded_isRefusedAndTakesNoRoom() {
        // A reader beside the writer may see a row of words before its feature; a search that met it is made again.
        assertThatThrownBy(() -> features.mark(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(features.size()).isZero();
    }

    @Test
    void clearedFeatures_areThoseOfTheNextJobOnly() {
        // Given
        features.mark(3);
        features.mark(100_000);
        features.mark(3);
        assertThat(features.size()).isEqualTo(2);

        // When
        features.clear();
        features.mark(4);

        // Then
        assertThat(features.has(3)).isFalse();
        assertThat(features.has(100_000)).isFalse();
        assertThat(features.has(4)).isTrue();
        assertThat(features.size()).isEqualTo(1);
    }
}
