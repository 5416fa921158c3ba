package io.earlybrd.notifier.mail;

import io.earlybrd.notifier.mail.text.EncodedWords;
import io.earlybrd.notifier.smtp.SmtpClient;
import io.earlybrd.notifier.smtp.SmtpMessage;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.MailEncoder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hands letters over to the SMTP server, and says once an outage that it cannot. */
@ApplicationScoped
class SmtpTransport {

    private final SmtpClient client;
    private final MailDomain domain;
    private final AtomicBoolean unusable = new AtomicBoolean();

    SmtpTransport(SmtpClient client, MailDomain domain) {
        this.client = client;
        this.domain = domain;
    }

    /** Tries to hand a letter over; never fails. */
    Uni<SmtpOutcome> send(Letter letter) {
        if (!SmtpMessage.isAddress(letter.to())) {
            return Uni.createFrom().item(new SmtpOutcome.Refused("no-such-address", true));
        }
        return client.send(message(letter))
                .<SmtpOutcome>replaceWith(new SmtpOutcome.Accepted())
                .invoke(this::noteUsable)
                .onFailure()
                .recoverWithItem(this::verdict);
    }

    private SmtpOutcome verdict(Throwable failure) {
        SmtpOutcome outcome = SmtpVerdict.of(failure);
        if (outcome instanceof SmtpOutcome.Unreachable && unusable.compareAndSet(false, true)) {
            Log.warnf(
                    failure,
                    "the SMTP server cannot be used, all mails wait and are tried again: %s",
                    outcome.problem());
        }
        return outcome;
    }

    private void noteUsable() {
        if (unusable.compareAndSet(true, false)) {
            Log.info("the SMTP server takes mails again");
        }
    }

    private SmtpMessage message(Letter letter) {
        MailMessage mail = new MailMessage()
                .setFrom(letter.from().name() + " <" + letter.from().address() + ">")
                .setTo(letter.to())
                .setSubject(EncodedWords.of(letter.subject()))
                .setText(letter.text())
                .setHtml(letter.html());
        letter.headers().forEach(mail::addHeader);
        String encoded = new MailEncoder(mail, domain.name()).encode();
        return SmtpMessage.of(letter.from().address(), letter.to(), EncodedWords.folded(encoded));
    }
}
