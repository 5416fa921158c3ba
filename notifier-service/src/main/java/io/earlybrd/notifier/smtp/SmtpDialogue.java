package io.earlybrd.notifier.smtp;

import io.earlybrd.notifier.smtp.SmtpRefusal.Stage;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** What is said on a connection, in the order of RFC 5321, with its time limits (section 4.5.3.2). */
final class SmtpDialogue {

    /** For greeting and log-in; the standard's 5 minutes are for servers of strangers, this one is our own relay. */
    private static final Duration SESSION = Duration.ofMinutes(1);

    private static final Duration ENVELOPE = Duration.ofMinutes(5);
    private static final Duration DATA = Duration.ofMinutes(2);

    /** A server may think so long after the last byte; giving up earlier makes doubles. */
    private static final Duration CONTENT = Duration.ofMinutes(10);

    private final SmtpConnection connection;
    private final SmtpSettings settings;
    private boolean begun;

    SmtpDialogue(SmtpConnection connection, SmtpSettings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    /** Greets, encrypts and logs in. */
    Future<Void> begin() {
        return connection
                .reply(SESSION)
                .compose(greeting -> accepted(Stage.SESSION, greeting))
                .compose(greeted -> hello())
                .compose(this::encrypt)
                .compose(this::logIn)
                .mapEmpty();
    }

    /** Hands one mail over; fails with an {@link SmtpRefusal} or with what ended the connection. */
    Future<Void> deliver(SmtpMessage message) {
        begun = false;
        return ask(Stage.SENDER, "MAIL FROM:<" + message.from() + ">", ENVELOPE)
                .onSuccess(sender -> begun = true)
                .compose(sender -> ask(Stage.RECIPIENT, "RCPT TO:<" + message.to() + ">", ENVELOPE))
                .compose(recipient -> ask(Stage.MESSAGE, "DATA", DATA))
                .compose(leave -> connection.write(message.content(), CONTENT))
                .compose(reply -> accepted(Stage.MESSAGE, reply))
                .mapEmpty();
    }

    /** Whether the server took the sender of the last mail. */
    boolean hasBegun() {
        return begun;
    }

    /** Forgets a mail that was refused, so that the connection can be used for the next one. */
    Future<Void> reset() {
        return ask(Stage.SESSION, "RSET", SESSION).mapEmpty();
    }

    private Future<SmtpReply> hello() {
        return ask(Stage.SESSION, "EHLO " + settings.ownHostName(), SESSION);
    }

    private Future<SmtpReply> encrypt(SmtpReply offer) {
        if (connection.isEncrypted() || settings.startTls() == SmtpSettings.StartTls.DISABLED) {
            return Future.succeededFuture(offer);
        }
        if (!offer.offers("STARTTLS")) {
            // A log-in would give the password away, and a line that somebody cuts STARTTLS from must not make us do
            // so.
            boolean needed = settings.startTls() == SmtpSettings.StartTls.REQUIRED
                    || settings.login().isPresent();
            return needed
                    ? Future.failedFuture(new IOException("the server offers no encryption"))
                    : Future.succeededFuture(offer);
        }
        return ask(Stage.SESSION, "STARTTLS", SESSION)
                .compose(ready -> connection.upgradeToTls(settings.host()))
                .compose(encrypted -> hello());
    }

    private Future<SmtpReply> logIn(SmtpReply offer) {
        if (settings.login().isEmpty()) {
            return Future.succeededFuture(offer);
        }
        SmtpSettings.Login login = settings.login().get();
        if (offer.offers("AUTH", "PLAIN")) {
            String identity = "\0" + login.username() + "\0" + login.password();
            return ask(Stage.SESSION, "AUTH PLAIN " + base64(identity), SESSION);
        }
        return ask(Stage.SESSION, "AUTH LOGIN", SESSION)
                .compose(name -> ask(Stage.SESSION, base64(login.username()), SESSION))
                .compose(password -> ask(Stage.SESSION, base64(login.password()), SESSION));
    }

    private Future<SmtpReply> ask(Stage stage, String command, Duration timeout) {
        return connection.command(command, timeout).compose(reply -> accepted(stage, reply));
    }

    private static Future<SmtpReply> accepted(Stage stage, SmtpReply reply) {
        return reply.isPositive()
                ? Future.succeededFuture(reply)
                : Future.failedFuture(new SmtpRefusal(stage, reply.code(), reply.text()));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
