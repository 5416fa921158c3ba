package io.earlybrd.notifier.mail;

import io.earlybrd.notifier.mail.text.EncodedWords;
import io.earlybrd.notifier.smtp.SmtpClient;
import io.earlybrd.notifier.smtp.SmtpMessage;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.MailEncoder;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands letters over to the SMTP server. */
@ApplicationScoped
class SmtpTransport {

    private final SmtpClient client;
    private final MailDomain domain;

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
                .onFailure()
                .recoverWithItem(SmtpVerdict::of);
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
