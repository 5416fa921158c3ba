package io.earlybrd.notifier.gate;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.Mute;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a subscriber at one moment, as far as it decides on a mail.
 *
 * @param subscriberId the subscriber
 * @param person absent if no record of the subscriber has arrived yet
 * @param entitlement absent if no record of it has arrived yet
 * @param optedOut whether they stopped all alerts from a mail
 * @param alerts the alerts that were asked for and have arrived
 */
public record Recipient(
        UUID subscriberId,
        Optional<Person> person,
        Optional<Entitlement> entitlement,
        boolean optedOut,
        List<Alert> alerts) {

    public Recipient {
        alerts = List.copyOf(alerts);
    }

    /** This alert of theirs, if it has arrived. */
    public Optional<Alert> alert(UUID alertId) {
        return alerts.stream().filter(alert -> alert.alertId().equals(alertId)).findFirst();
    }

    /**
     * The subscriber, as mail needs to know them.
     *
     * @param erased the account is gone; nothing else is known then
     * @param email where mail goes; absent only after erasure
     * @param verified whether the address was confirmed
     * @param zone IANA zone of times and digests; absent only after erasure
     * @param digestHour hour of their digests, if they chose one
     * @param digestWeekday ISO number of the day of weekly digests, if they chose one
     * @param quietHours hours in which they want no instant mail, if they named any
     * @param wantsAlerts whether they want any alert by mail
     * @param addressProblem why the address takes no mail, if so: {@code bounced} or {@code complained}
     */
    public record Person(
            boolean erased,
            Optional<String> email,
            boolean verified,
            Optional<String> zone,
            Optional<Integer> digestHour,
            Optional<Integer> digestWeekday,
            Optional<QuietWindow> quietHours,
            boolean wantsAlerts,
            Optional<String> addressProblem) {}

    /**
     * Whether they may get alerts.
     *
     * @param allowed whether alerts may be sent
     * @param until the end of the permission, by the local clock
     * @param plan what they have: {@code monthly}, {@code yearly}, {@code trial} …
     */
    public record Entitlement(boolean allowed, Optional<Instant> until, String plan) {

        boolean allowsAt(Instant now) {
            return allowed && until.map(now::isBefore).orElse(true);
        }
    }

    /**
     * One of their alerts.
     *
     * @param alertId the alert
     * @param version of the newest record that has arrived
     * @param deleted it is gone; nothing else is known then
     * @param name what its owner calls it; absent only after deletion
     * @param cadence {@code instant}, {@code daily} or {@code weekly}; absent only after deletion
     * @param paused whether its owner wants no mail for it
     * @param resumedAt when its owner last started it again
     * @param stoppedAt when it was last stopped from a mail
     * @param mutes companies and jobs that its owner does not want to hear of
     */
    public record Alert(
            UUID alertId,
            long version,
            boolean deleted,
            Optional<String> name,
            Optional<String> cadence,
            boolean paused,
            Optional<Instant> resumedAt,
            Optional<Instant> stoppedAt,
            List<Mute> mutes) {

        public Alert {
            mutes = List.copyOf(mutes);
        }

        /** Whether it was stopped from a mail and not resumed since. */
        public boolean stopped() {
            return stoppedAt
                    .map(stop -> resumedAt.map(resume -> !resume.isAfter(stop)).orElse(true))
                    .orElse(false);
        }

        /** Whether it is known only as it was before the version that was matched, and may still change. */
        boolean isBefore(AlertMatch match) {
            return !deleted && version < match.alertVersion();
        }

        boolean mutes(String company, String jobId) {
            return mutes.stream().anyMatch(mute -> switch (mute.kind()) {
                case "company" -> mute.value().strip().equalsIgnoreCase(company.strip());
                case "job" -> mute.value().equals(jobId);
                default -> false;
            });
        }
    }
}
