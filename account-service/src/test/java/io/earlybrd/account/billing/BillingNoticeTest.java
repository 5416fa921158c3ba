package io.earlybrd.account.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("B1")
class BillingNoticeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant EVENING = Instant.parse("2026-11-23T21:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T22:59:59Z, Your trial ends today",
        "2026-11-24T01:48:00Z, 1 day left in your trial",
        "2026-11-24T21:00:00Z, 1 day left in your trial",
        "2026-11-24T21:00:01Z, 2 days left in your trial",
        "2026-12-07T21:00:00Z, 14 days left in your trial"
    })
    void trialThatRuns_hasItsBegunDaysLeft(Instant end, String expected) {
        assertThat(BillingNotice.trialLeft(end, BERLIN, EVENING)).isEqualTo(expected);
    }
}
