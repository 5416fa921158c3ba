package io.earlybrd.account.alert;

import io.earlybrd.account.billing.Entitlement;
import io.earlybrd.account.ledger.DayOfAlert;
import io.earlybrd.account.ledger.LedgerReader;
import io.earlybrd.account.subscriber.MailStop;
import io.earlybrd.account.subscriber.Subscriber;
import io.earlybrd.account.web.Moments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the cards of a subscriber's alerts from all that is known of them at one moment. */
record AlertCards(Subscriber owner, Optional<Entitlement> entitlement, List<DayOfAlert> days, Instant now) {

    AlertCard card(Alert alert) {
        List<DayOfAlert> own =
                days.stream().filter(day -> day.alertId().equals(alert.id())).toList();
        Badge badge = badge(alert, own);
        Optional<String> silence = silence(alert);
        NextMail next = NextMail.of(alert.cadence(), owner.schedule(), owner.zone(), now);
        return new AlertCard(
                alert.id(),
                alert.name(),
                badge.kind(),
                badge.text(),
                alert.query(),
                Conditions.of(alert.filters()),
                Spark.of(jobsPerDay(own)),
                alert.queryProblem().orElse(""),
                silence.isPresent() ? "" : next.when(),
                silence.orElseGet(next::how),
                alert.paused());
    }

    private Badge badge(Alert alert, List<DayOfAlert> own) {
        ZoneId zone = owner.zone();
        if (alert.paused()) {
            String day = Moments.day(alert.pausedAt().orElseThrow(), zone, now);
            return new Badge("not", (alert.stoppedFromMail() ? "Stopped from a mail, " : "Paused by you, ") + day);
        }
        long pending = own.stream().mapToLong(DayOfAlert::pending).sum();
        if (pending > 0 && owner.mailStop().isEmpty()) {
            return new Badge("next", pending == 1 ? "1 job waiting" : pending + " jobs waiting");
        }
        return own.stream()
                .flatMap(day -> day.lastSentAt().stream())
                .max(Instant::compareTo)
                .map(sentAt -> new Badge("sent", "Last sent " + Moments.near(sentAt, zone, now)))
                .orElseGet(() -> new Badge("next", "Watching since " + Moments.near(alert.createdAt(), zone, now)));
    }

    /** Why no mail will come, if none will. */
    private Optional<String> silence(Alert alert) {
        if (alert.paused()) {
            return Optional.of("No email while paused.");
        }
        if (owner.mailStop().isPresent()) {
            return owner.mailStop().map(AlertCards::silence);
        }
        if (!owner.verified()) {
            return Optional.of("No email until you confirm your address.");
        }
        if (entitlement.isPresent() && !entitlement.get().allowsAt(now)) {
            return Optional.of("No email: your trial or plan is over.");
        }
        return Optional.empty();
    }

    private static String silence(MailStop stop) {
        return switch (stop.reason()) {
            case UNSUBSCRIBED -> "No email: you stopped all alert mail.";
            case BOUNCED -> "No email: mail to you came back.";
            case COMPLAINED -> "No email: our mail was marked as spam.";
            case OTHER -> "No email: mail to you is stopped.";
        };
    }

    private static List<Long> jobsPerDay(List<DayOfAlert> own) {
        return IntStream.rangeClosed(1 - LedgerReader.DAYS, 0)
                .mapToObj(day -> own.stream()
                        .filter(one -> one.day() == day)
                        .mapToLong(DayOfAlert::jobs)
                        .sum())
                .toList();
    }

    private record Badge(String kind, String text) {}
}
