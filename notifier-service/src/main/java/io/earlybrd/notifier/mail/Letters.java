package io.earlybrd.notifier.mail;

import io.earlybrd.notifier.mail.alert.AlertLetters;
import io.earlybrd.notifier.mail.requested.RequestedLetters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Writes the letter of a mail that may go. */
@ApplicationScoped
class Letters {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final AlertLetters alerts;
    private final RequestedLetters requested;
    private final Clock clock;

    Letters(AlertLetters alerts, RequestedLetters requested, Clock clock) {
        this.alerts = alerts;
        this.requested = requested;
        this.clock = clock;
    }

    /** The letter, with the headers that every mail has. */
    Letter of(ReadyMail ready) {
        Instant now = clock.instant();
        Letter letter;
        if (ready instanceof ReadyMail.OfAlerts of) {
            letter = alerts.write(of.recipient(), of.matches(), now);
        } else {
            letter = requested.write(((ReadyMail.Requested) ready).request(), now);
        }
        Map<String, String> headers = new HashMap<>(letter.headers());
        headers.put("Message-ID", ready.mail().messageId());
        headers.put("Date", DATE.format(now));
        headers.put("Auto-Submitted", "auto-generated");
        return new Letter(letter.from(), letter.to(), letter.subject(), letter.text(), letter.html(), headers);
    }
}
