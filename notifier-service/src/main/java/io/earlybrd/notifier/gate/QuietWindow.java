package io.earlybrd.notifier.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hours of each day without instant mail, by the clock on the subscriber's wall; they may go over midnight.
 *
 * <p>Where a change of the clocks lets an hour pass twice, an end within it counts from its first passing as the beginning and
 * until its last passing as the end, so that no night has a hole. Where an hour is left out, an end within it is the moment of
 * the change.
 *
 * @param from first quiet minute
 * @param to first minute that is not quiet; if it is {@code from} too, no minute is quiet
 */
public record QuietWindow(LocalTime from, LocalTime to) {

    /** When the quiet ends in which this instant lies; empty if it lies in none. */
    Optional<Instant> endAfter(Instant now, ZoneId zone) {
        if (from.equals(to)) {
            return Optional.empty();
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today)
                .filter(day -> !now.isBefore(beginningOn(day, zone.getRules())))
                .map(day -> endOfTheOneOf(day, zone.getRules()))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder());
    }

    private Instant beginningOn(LocalDate day, ZoneRules rules) {
        return passings(day.atTime(from), rules).get(0);
    }

    private Instant endOfTheOneOf(LocalDate day, ZoneRules rules) {
        LocalDate last = to.isBefore(from) ? day.plusDays(1) : day;
        List<Instant> passings = passings(last.atTime(to), rules);
        return passings.get(passings.size() - 1);
    }

    /** When the clock on the wall passes this time: once, twice, or at the moment in which it jumps over it. */
    private static List<Instant> passings(LocalDateTime time, ZoneRules rules) {
        ZoneOffsetTransition change = rules.getTransition(time);
        return change != null && change.isGap()
                ? List.of(change.getInstant())
                : rules.getValidOffsets(time).stream().map(time::toInstant).toList();
    }
}
