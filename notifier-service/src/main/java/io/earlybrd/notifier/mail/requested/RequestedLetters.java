package io.earlybrd.notifier.mail.requested;

import io.earlybrd.events.MailRequested;
import io.earlybrd.notifier.mail.Letter;
import io.earlybrd.notifier.mail.MailConfig;
import io.earlybrd.notifier.mail.MailDomain;
import io.earlybrd.notifier.mail.text.Moments;
import io.earlybrd.notifier.mail.text.SafeText;
import io.earlybrd.notifier.mail.text.TextLines;
import io.earlybrd.notifier.mail.text.Zones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes the mails that other services ask for. They cannot be unsubscribed from, and so do not say that they can. */
@ApplicationScoped
public class RequestedLetters {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance html(RequestedView mail);

        static native TemplateInstance text(RequestedView mail);
    }

    private static final String ENDS_AT = "endsAt";
    private static final int MAX_TEXT = 200;

    private final MailDomain domain;
    private final MailConfig config;

    RequestedLetters(MailDomain domain, MailConfig config) {
        this.domain = domain;
        this.config = config;
    }

    /** The letter that is asked for, as sent at this instant. */
    public Letter write(MailRequested request, Instant now) {
        RequestedTemplate template = RequestedTemplate.named(request.template()).orElseThrow();
        Moments moments = new Moments(Zones.of(Optional.of(request.zone())), now);
        UnaryOperator<String> values = name -> value(name, request, moments);
        RequestedView view = new RequestedView(
                template.subject(values),
                template.sentences(values),
                Optional.ofNullable(request.data().get("link")).flatMap(link -> SafeText.link(URI.create(link))),
                template.button(),
                why(template),
                config.postalAddress());
        return new Letter(
                domain.sender("account"),
                request.to(),
                view.subject(),
                TextLines.wrap(Templates.text(view).render()),
                Templates.html(view).render(),
                Map.of());
    }

    private static String value(String name, MailRequested request, Moments moments) {
        return switch (name) {
            case RequestedTemplate.UNTIL -> moments.whole(request.expiresAt());
            case ENDS_AT -> time(request.data().get(name), moments);
            default -> SafeText.oneLine(request.data().get(name), MAX_TEXT);
        };
    }

    private static String time(String text, Moments moments) {
        try {
            return "on " + moments.whole(Instant.parse(text));
        } catch (DateTimeException e) {
            return SafeText.oneLine(text, MAX_TEXT);
        }
    }

    private static String why(RequestedTemplate template) {
        return switch (template) {
            case SUGGESTION_ACCEPTED, SUGGESTION_REJECTED ->
                "Sent because you suggested an employer to EarlyBrd. No such mail comes while your alerts are stopped.";
            case TRIAL_ENDING, PAYMENT_FAILED ->
                "Sent because you have an EarlyBrd account. Mails about its billing come also when alerts are stopped.";
            case VERIFY_ADDRESS, ALREADY_REGISTERED, RESET_PASSWORD, PASSWORD_CHANGED ->
                "Sent because this address was given to EarlyBrd. Mails about an account come also when alerts are stopped.";
        };
    }
}
