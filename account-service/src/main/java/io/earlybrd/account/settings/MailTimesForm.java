package io.earlybrd.account.settings;

import io.earlybrd.account.subscriber.MailTimes;
import io.earlybrd.account.subscriber.Subscriber;
import io.earlybrd.account.subscriber.Zones;
import io.earlybrd.account.web.FormErrors;
import io.earlybrd.events.QuietHours;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;

/** What a person chose on the form “Mail and time”. */
public class MailTimesForm {

    private static final Pattern HOUR = Pattern.compile("\\d|1\\d|2[0-3]");
    private static final Pattern WEEKDAY = Pattern.compile("[1-7]");

    @RestForm
    String zone;

    @RestForm
    String hour;

    @RestForm
    String weekday;

    @RestForm
    String from;

    @RestForm
    String to;

    static MailTimesForm of(Subscriber subscriber) {
        MailTimesForm form = new MailTimesForm();
        form.zone = subscriber.zone().getId();
        form.hour = Integer.toString(subscriber.schedule().hour());
        form.weekday = Integer.toString(subscriber.schedule().weekday());
        form.from = subscriber.quietHours().map(QuietHours::from).orElse("");
        form.to = subscriber.quietHours().map(QuietHours::to).orElse("");
        return form;
    }

    public String zone() {
        return text(zone);
    }

    public String hour() {
        return text(hour);
    }

    public String weekday() {
        return text(weekday);
    }

    public String from() {
        return text(from);
    }

    public String to() {
        return text(to);
    }

    FormErrors errors() {
        FormErrors errors = FormErrors.none();
        if (zoneId().isEmpty()) {
            errors.add("zone", "Time zone", "Choose a zone from the list.");
        }
        if (!HOUR.matcher(hour()).matches()) {
            errors.add("hour", "Digest time", "Choose an hour from the list.");
        }
        if (!WEEKDAY.matcher(weekday()).matches()) {
            errors.add("weekday", "Day of weekly digests", "Choose a day from the list.");
        }
        boolean named = !from().isEmpty() || !to().isEmpty();
        if (named && (time(from()).isEmpty() || time(to()).isEmpty())) {
            errors.add("from", "Quiet hours", "Name both ends, such as 22:00 and 07:00, or leave both empty.");
        } else if (named && from().equals(to())) {
            errors.add("from", "Quiet hours", "Choose two different times, or leave both empty.");
        }
        return errors;
    }

    MailTimes times() {
        return new MailTimes(
                zoneId().orElseThrow(),
                Integer.parseInt(hour()),
                Integer.parseInt(weekday()),
                time(from()),
                time(to()));
    }

    private Optional<ZoneId> zoneId() {
        return Zones.named(zone());
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
