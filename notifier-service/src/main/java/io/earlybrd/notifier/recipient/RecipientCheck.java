package io.earlybrd.notifier.recipient;

import static io.earlybrd.notifier.intake.Requirement.require;
import static io.earlybrd.notifier.intake.Requirement.requireParts;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.DigestSchedule;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.UnreadableEvent;
import java.time.DayOfWeek;
import java.time.temporal.ChronoField;

/** Refuses states of subscribers and alerts by which no mail could ever be decided on. */
final class RecipientCheck {

    private RecipientCheck() {}

    /** @throws UnreadableEvent if a part is missing, or a digest has an hour or a day that no clock shows */
    static void refuseImpossible(SubscriberChanged subscriber) {
        requireParts(
                "subscriber",
                subscriber.subscriberId(),
                subscriber.email(),
                subscriber.zone(),
                subscriber.preferences());
        subscriber.quietHours().ifPresent(hours -> requireParts("quiet hours", hours.from(), hours.to()));
        subscriber.schedule().ifPresent(RecipientCheck::check);
    }

    /** @throws UnreadableEvent if a part is missing */
    static void refuseImpossible(AlertSaved alert) {
        requireParts("alert", alert.alertId(), alert.subscriberId(), alert.name(), alert.cadence());
        alert.mutes().forEach(mute -> requireParts("mute", mute.kind(), mute.value()));
    }

    private static void check(DigestSchedule schedule) {
        require(ChronoField.HOUR_OF_DAY.range().isValidValue(schedule.hour()), "a digest has no hour of the day");
        require(
                schedule.weekday() >= DayOfWeek.MONDAY.getValue() && schedule.weekday() <= DayOfWeek.SUNDAY.getValue(),
                "a digest has no day of the week");
    }
}
