package io.earlybrd.account.subscriber;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a subscriber wants mail.
 *
 * @param zone the zone that all of it is meant in
 * @param digestHour 0 to 23
 * @param digestWeekday ISO number of the day for weekly digests: 1 is Monday
 * @param quietFrom first quiet minute; absent with {@code quietTo} if there are no quiet hours
 * @param quietTo first minute that is not quiet
 */
public record MailTimes(
        ZoneId zone, int digestHour, int digestWeekday, Optional<LocalTime> quietFrom, Optional<LocalTime> quietTo) {}
