package io.earlybrd.notifier.smtp;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;

/** Clients of servers on this machine, for tests of what is done with their answers. */
public final class Clients {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Clients() {}

    /** A client that encrypts if it is offered. */
    public static SmtpClient plain(Vertx vertx, int port) {
        return new SmtpClient(vertx, Settings.plain(port));
    }

    /** A client that never encrypts. */
    public static SmtpClient clear(Vertx vertx, int port) {
        return new SmtpClient(vertx, clearly(port));
    }

    /** A client that logs in, though in clear. */
    public static SmtpClient loggingIn(Vertx vertx, int port) {
        SmtpSettings settings = clearly(port);
        settings.username = Optional.of("user");
        settings.password = Optional.of("secret");
        return new SmtpClient(vertx, settings);
    }

    /** A client that gives its server a hundredth of the time for the answer to a mail. */
    public static SmtpClient hurriedAboutMails(Vertx vertx, int port) {
        return hurried(vertx, port, new SmtpLimits(PATIENCE, PATIENCE, hundredth(SmtpLimits.STANDARD.content())));
    }

    /** A client that gives its server a hundredth of the time for greeting and log-in. */
    public static SmtpClient hurriedAboutGreetings(Vertx vertx, int port) {
        return hurried(vertx, port, new SmtpLimits(hundredth(SmtpLimits.STANDARD.session()), PATIENCE, PATIENCE));
    }

    private static SmtpClient hurried(Vertx vertx, int port, SmtpLimits limits) {
        SmtpSettings settings = Settings.plain(port);
        settings.limits = limits;
        return new SmtpClient(vertx, settings);
    }

    private static SmtpSettings clearly(int port) {
        SmtpSettings settings = Settings.plain(port);
        settings.startTls = "disabled";
        return settings;
    }

    private static Duration hundredth(Duration time) {
        return time.dividedBy(100);
    }
}
