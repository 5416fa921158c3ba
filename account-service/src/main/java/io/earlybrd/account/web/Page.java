package io.earlybrd.account.web;

import io.earlybrd.account.admin.Admins;
import io.earlybrd.account.mailstop.MailStopBanner;
import io.earlybrd.account.session.SignedIn;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What the frame around every page shows: who is logged in, where they are, how long the page took and when it was made. */
@RequestScoped
@Named("page")
public class Page {

    private static final String STARTED = Page.class.getName() + ".started";

    private final RoutingContext context;
    private final Optional<SignedIn> subscriber;
    private final Instant madeAt;
    private final Admins admins;

    Page(RoutingContext context, Clock clock, Admins admins) {
        this.context = context;
        this.admins = admins;
        this.subscriber = SignedIn.in(context);
        this.madeAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Starts the stop watch of a request; the wall clock may jump, so this is the monotonic one. */
    static void start(RoutingContext context) {
        context.put(STARTED, System.nanoTime());
    }

    /** Whether somebody is logged in. */
    public boolean signedIn() {
        return subscriber.isPresent();
    }

    /** Whether an admin is logged in. */
    public boolean admin() {
        return subscriber.filter(admins::include).isPresent();
    }

    /** The address of who is logged in. */
    public String email() {
        return subscriber.map(SignedIn::email).orElse("");
    }

    /** Whether somebody is logged in whose address nobody has confirmed yet. */
    public boolean unverified() {
        return subscriber.filter(signedIn -> !signedIn.verified()).isPresent();
    }

    /** Whether somebody is logged in to whom nothing is mailed any more. */
    public boolean mailStopped() {
        return subscriber.flatMap(SignedIn::mailStop).isPresent();
    }

    /** What to say of that; null unless mail is stopped. */
    public MailStopBanner mailStop() {
        return subscriber
                .flatMap(reader ->
                        reader.mailStop().map(stop -> MailStopBanner.of(stop, reader.email(), reader.zone(), madeAt)))
                .orElse(null);
    }

    /** Whether the page is in this part of the site. */
    public boolean in(String part) {
        return context.normalizedPath().startsWith(part);
    }

    /** How long the page took to make so far, in milliseconds. */
    public long tookMillis() {
        long started = context.get(STARTED);
        return Duration.ofNanos(System.nanoTime() - started).toMillis();
    }

    /** When the page was made. */
    public Instant madeAt() {
        return madeAt;
    }

    /** When the page was made, for people, with the zone. */
    public String madeAtText() {
        ZoneId zone = subscriber.map(SignedIn::zone).orElse(Moments.UTC);
        return Moments.toTheSecond(madeAt, zone);
    }
}
