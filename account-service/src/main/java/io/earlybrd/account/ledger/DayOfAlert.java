package io.earlybrd.account.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * What one alert found on one day.
 *
 * @param alertId the alert
 * @param day 0 today, -1 yesterday
 * @param jobs matches found
 * @param sent of which were mailed
 * @param pending of which wait
 * @param lastSentAt when the last was mailed
 */
public record DayOfAlert(UUID alertId, int day, long jobs, long sent, long pending, Optional<Instant> lastSentAt) {

    static DayOfAlert of(Object[] row) {
        return new DayOfAlert(
                (UUID) row[0],
                ((Number) row[1]).intValue(),
                ((Number) row[2]).longValue(),
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue(),
                Optional.ofNullable(row[5]).map(DayOfAlert::instant));
    }

    private static Instant instant(Object value) {
        return value instanceof Instant instant ? instant : ((OffsetDateTime) value).toInstant();
    }
}
