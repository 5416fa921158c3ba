package io.earlybrd.notifier.mail.alert;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.notifier.gate.Recipient;
import io.earlybrd.notifier.mail.Letter;
import io.earlybrd.notifier.mail.MailConfig;
import io.earlybrd.notifier.mail.MailDomain;
import io.earlybrd.notifier.mail.text.Moments;
import io.earlybrd.notifier.mail.text.TextLines;
import io.earlybrd.notifier.mail.text.Zones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes the mail that tells a subscriber of new jobs. */
@ApplicationScoped
public class AlertLetters {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance html(AlertMailView mail);

        static native TemplateInstance text(AlertMailView mail);
    }

    private final MailLinks links;
    private final MailDomain domain;
    private final MailConfig config;

    AlertLetters(MailLinks links, MailDomain domain, MailConfig config) {
        this.links = links;
        this.domain = domain;
        this.config = config;
    }

    /** The letter with these matches, as sent at this instant. */
    public Letter write(Recipient recipient, List<MailedMatch> matches, Instant now) {
        Moments moments = new Moments(Zones.of(recipient.person().flatMap(Recipient.Person::zone)), now);
        AlertMailWords words = new AlertMailWords(recipient, matches, moments, links);
        List<UUID> alertIds = alertIds(matches);
        AlertMailView view = new AlertMailView(
                words.subject(),
                words.preheader(),
                words.jobs(),
                alertIds.stream().map(id -> alert(recipient, id, words)).toList(),
                moments.brief(now),
                moments.zoneName(),
                links.ledger(),
                links.stopAll(recipient.subscriberId(), alertIds),
                config.postalAddress());
        return new Letter(
                domain.sender("alerts"),
                recipient.person().flatMap(Recipient.Person::email).orElseThrow(),
                view.subject(),
                TextLines.wrap(Templates.text(view).render()),
                Templates.html(view).render(),
                headers(recipient, alertIds));
    }

    private AlertView alert(Recipient recipient, UUID alertId, AlertMailWords words) {
        return new AlertView(
                words.nameOf(alertId),
                words.why(alertId),
                links.edit(alertId),
                links.stop(recipient.subscriberId(), List.of(alertId)));
    }

    /** RFC 8058: one click stops the alerts of this mail. */
    private Map<String, String> headers(Recipient recipient, List<UUID> alertIds) {
        String plan = recipient.entitlement().map(Recipient.Entitlement::plan).orElse("none");
        return Map.of(
                "List-Unsubscribe", "<" + links.stop(recipient.subscriberId(), alertIds) + ">",
                "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
                "List-Id", "EarlyBrd alerts <alerts." + domain.name() + ">",
                "Feedback-ID", "alerts:" + plan.replaceAll("[^a-z0-9-]", "") + ":earlybrd:" + domain.name());
    }

    private static List<UUID> alertIds(List<MailedMatch> matches) {
        return matches.stream()
                .flatMap(match -> match.alerts().stream())
                .map(AlertMatch::alertId)
                .distinct()
                .toList();
    }
}
