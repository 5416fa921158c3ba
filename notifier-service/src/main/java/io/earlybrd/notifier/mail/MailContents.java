package io.earlybrd.notifier.mail;

import io.earlybrd.events.MailRequested;
import io.earlybrd.notifier.gate.Recipient;
import io.earlybrd.notifier.ledger.LedgerEntries;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.recipient.Recipients;
import io.earlybrd.notifier.suppression.SuppressedAddresses;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks up what claimed mails are made of, and what forbids them. Must be called within a Panache transaction. */
@ApplicationScoped
class MailContents {

    private final LedgerEntries entries;
    private final Recipients recipients;
    private final SuppressedAddresses suppressed;

    MailContents(LedgerEntries entries, Recipients recipients, SuppressedAddresses suppressed) {
        this.entries = entries;
        this.recipients = recipients;
        this.suppressed = suppressed;
    }

    Uni<Found> of(List<QueuedMail> mails) {
        List<UUID> ofAlerts = mails.stream()
                .filter(QueuedMail::isOfAlerts)
                .map(QueuedMail::mailId)
                .toList();
        Set<String> addresses = mails.stream()
                .flatMap(mail -> mail.request().stream())
                .map(MailRequested::to)
                .collect(Collectors.toSet());
        return suppressed
                .among(addresses)
                .chain(silent -> ofAlerts.isEmpty()
                        ? Uni.createFrom().item(new Found(Map.of(), Map.of(), silent))
                        : entries.inMails(ofAlerts).chain(matches -> found(matches, silent)));
    }

    private Uni<Found> found(List<LedgerEntry> matches, Set<String> silent) {
        return recipients
                .of(matches)
                .map(known -> new Found(
                        matches.stream()
                                .collect(Collectors.groupingBy(
                                        match -> match.mailId().orElseThrow())),
                        known,
                        silent));
    }

    /**
     * What claimed mails are made of.
     *
     * @param matches the entries that are still to be delivered, by mail
     * @param recipients who gets the alert mails, by subscriber
     * @param suppressed addresses of account and billing mails that take no mail
     */
    record Found(Map<UUID, List<LedgerEntry>> matches, Map<UUID, Recipient> recipients, Set<String> suppressed) {}
}
