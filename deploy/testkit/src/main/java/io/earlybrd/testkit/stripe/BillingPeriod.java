package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Where billing periods end. */
final class BillingPeriod {

    private BillingPeriod() {}

    /**
     * The end of the period that runs at an instant. Periods are counted from the anchor, so that one of the 31st ends on the
     * last day of a short month and on the 31st again after it.
     */
    static Instant endAfter(Instant at, Instant anchor, JsonNode price) {
        ChronoUnit unit =
                ChronoUnit.valueOf(price.at("/recurring/interval").asText().toUpperCase(Locale.ROOT) + "S");
        long step = price.at("/recurring/interval_count").asLong();
        ZonedDateTime start = anchor.atZone(ZoneOffset.UTC);
        long periods = 1;
        while (!start.plus(periods * step, unit).toInstant().isAfter(at)) {
            periods++;
        }
        return start.plus(periods * step, unit).toInstant();
    }
}
