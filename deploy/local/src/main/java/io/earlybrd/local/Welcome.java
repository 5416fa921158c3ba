package io.earlybrd.local;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The one screen that the start ends with: where everything is, and what to do first. */
final class Welcome {

    private Welcome() {}

    /** The screen, for people; {@code took} is how long the start took. */
    static String screen(LocalSystem system, LocalFolder folder, Duration took) {
        Ports ports = system.ports();
        return String.format(
                Locale.ROOT,
                """

                EarlyBrd is ready after %.1f s.

                  Open        %s    sign up with any address
                  Your inbox  %s    all mails end up here, whoever they are for
                  Job board   http://localhost:%d    a new job appears about every 20 s
                  Payments    http://localhost:%d   a local Stripe that takes test cards

                  Services    %s
                  Servers     Kafka localhost:%d, PostgreSQL localhost:%d, SMTP localhost:%d
                  Logs        %s

                First steps: sign up, open the mail in the inbox, confirm, and save an alert such as "engineer"
                that mails at once. The next job on the board that matches is in the inbox a few seconds later.
                """,
                took.toMillis() / 1000.0,
                system.url(Service.ACCOUNT),
                system.inboxUrl(),
                ports.of(Server.BOARD),
                ports.of(Server.STRIPE),
                services(ports),
                ports.of(Server.KAFKA),
                ports.of(Server.POSTGRES),
                ports.of(Server.SMTP),
                folder.logs());
    }

    private static String services(Ports ports) {
        return Arrays.stream(Service.values())
                .map(service -> service.label() + " " + ports.of(service))
                .collect(Collectors.joining(", ", "", "; health and metrics of each 1000 above"));
    }
}
