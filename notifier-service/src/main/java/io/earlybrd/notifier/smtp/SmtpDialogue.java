package io.earlybrd.notifier.smtp;

import io.earlybrd.notifier.smtp.SmtpRefusal.Stage;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What is said on a connection, in the order of RFC 5321. */
final class SmtpDialogue {

    private static final int TOO_BIG = 552;

    private final SmtpConnection connection;
    private final SmtpSettings settings;
    private long largestMail;
    private boolean begun;

    SmtpDialogue(SmtpConnection connection, SmtpSettings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    /** Greets, encrypts and logs in. */
    Future<Void> begin() {
        return connection.within(
                settings.limits().session(),
                () -> connection
                        .reply()
                        .compose(greeting -> done(Stage.SESSION, greeting))
                        .compose(greeted -> hello())
                        .compose(this::encrypt)
                        .compose(this::logIn)
                        .mapEmpty());
    }

    /**
     * Hands one mail over; fails with an {@link SmtpRefusal}, with {@link SmtpUnanswered} if nobody knows whether the server took
     * it, or with what ended the connection before.
     */
    Future<Void> deliver(SmtpMessage message) {
        begun = false;
        if (message.content().length() > largestMail) {
            return Future.failedFuture(new SmtpRefusal(Stage.SENDER, TOO_BIG, "5.3.4 larger than the server takes"));
        }
        return connection
                .within(settings.limits().envelope(), () -> envelope(message))
                .compose(leave -> connection.within(settings.limits().content(), () -> content(message)))
                .mapEmpty();
    }

    /** Whether the server took the sender of the last mail. */
    boolean hasBegun() {
        return begun;
    }

    /** Forgets a mail that was refused, so that the connection can be used for the next one. */
    Future<Void> reset() {
        return connection
                .within(settings.limits().session(), () -> ask(Stage.SESSION, "RSET"))
                .mapEmpty();
    }

    private Future<SmtpReply> hello() {
        return ask(Stage.SESSION, "EHLO " + settings.ownHostName())
                .onSuccess(offer -> largestMail = offer.numberOf("SIZE").stream()
                        .filter(size -> size > 0)
                        .findFirst()
                        .orElse(Long.MAX_VALUE));
    }

    private Future<SmtpReply> envelope(SmtpMessage message) {
        return ask(Stage.SENDER, "MAIL FROM:<" + message.from() + ">")
                .onSuccess(sender -> begun = true)
                .compose(sender -> ask(Stage.RECIPIENT, "RCPT TO:<" + message.to() + ">"))
                .compose(recipient -> askForMore(Stage.MESSAGE, "DATA"));
    }

    private Future<SmtpReply> content(SmtpMessage message) {
        return connection
                .write(message.content())
                .compose(reply -> done(Stage.MESSAGE, reply))
                .recover(failure ->
                        Future.failedFuture(failure instanceof SmtpRefusal ? failure : new SmtpUnanswered(failure)));
    }

    private Future<SmtpReply> encrypt(SmtpReply offer) {
        if (connection.isEncrypted() || settings.startTls() == SmtpSettings.StartTls.DISABLED) {
            return Future.succeededFuture(offer);
        }
        if (!offer.offers("STARTTLS")) {
            // Logging in would give the password away, also to somebody who cuts STARTTLS out of the offer.
            boolean needed = settings.startTls() == SmtpSettings.StartTls.REQUIRED
                    || settings.login().isPresent();
            return needed
                    ? Future.failedFuture(new IOException("the server offers no encryption"))
                    : Future.succeededFuture(offer);
        }
        return ask(Stage.SESSION, "STARTTLS")
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
            return ask(Stage.SESSION, "AUTH PLAIN " + base64(identity));
        }
        return askForMore(Stage.SESSION, "AUTH LOGIN")
                .compose(name -> askForMore(Stage.SESSION, base64(login.username())))
                .compose(password -> ask(Stage.SESSION, base64(login.password())));
    }

    /** Asks for something that is done with the answer. */
    private Future<SmtpReply> ask(Stage stage, String command) {
        return connection.command(command).compose(reply -> done(stage, reply));
    }

    /** Asks for something to which more is to be said. */
    private Future<SmtpReply> askForMore(Stage stage, String command) {
        return connection.command(command).compose(reply -> expected(stage, reply, !reply.isDone()));
    }

    private static Future<SmtpReply> done(Stage stage, SmtpReply reply) {
        return expected(stage, reply, reply.isDone());
    }

    /** A server that agrees to something else than it was asked for is not understood, and must not be believed. */
    private static Future<SmtpReply> expected(Stage stage, SmtpReply reply, boolean expected) {
        if (reply.isRefusal()) {
            return Future.failedFuture(new SmtpRefusal(stage, reply.code(), reply.text()));
        }
        return expected
                ? Future.succeededFuture(reply)
                : Future.failedFuture(new IOException("the server answers what was not asked"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
