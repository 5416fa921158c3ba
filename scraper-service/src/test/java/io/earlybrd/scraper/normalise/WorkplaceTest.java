package io.earlybrd.scraper.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkplaceTest {

    @ParameterizedTest
    @CsvSource({
        "'Remote, Italy', Engineer, REMOTE",
        "Home based - Worldwide, Engineer, REMOTE",
        "'Remote-Friendly, United States', Engineer,",
        "Berlin, Front End Engineer - Remote, REMOTE",
        "Berlin, 'Engineer (Remote, EU)', REMOTE",
        "Berlin, Remote Sensing Engineer,",
        "Berlin, Engineer - Remote Sensing,",
        "Berlin, Engineer (Hybrid), HYBRID",
        "'Berlin (hybrid)', Engineer, HYBRID",
        "Berlin, Engineer,",
        "'Berlin, on-site', Engineer, ONSITE",
        "Hybrid or remote, Engineer,",
        "US-Remote, Engineer, REMOTE"
    })
    void obviousWords_areUnderstoodAndOthersAreNot(String place, String title, Workplace expected) {
        assertThat(Workplace.mentioned(List.of(place), title)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"On-Site, ONSITE", "on-site, ONSITE", "hybrid, HYBRID", "Remote, REMOTE", "unspecified,", "'',"})
    void statedField_isUnderstood(String field, Workplace expected) {
        assertThat(Workplace.stated(field)).isEqualTo(expected);
    }

    @Test
    void officeBesideRemote_isAChoiceThatNobodyKnows() {
        assertThat(Workplace.mentioned(List.of("Oslo", "Remote - Norway"), "Engineer"))
                .isNull();
        assertThat(Workplace.mentioned(List.of("Remote - Sweden", "Remote - Norway"), "Engineer"))
                .isEqualTo(Workplace.REMOTE);
        assertThat(Workplace.mentioned(List.of("Oslo", "Hybrid"), "Engineer")).isEqualTo(Workplace.HYBRID);
    }
}
