package io.earlybrd.notifier.mail.alert;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.company.CompanyNames;
import io.earlybrd.notifier.gate.Recipient;
import io.earlybrd.notifier.mail.alert.Selection.ShownJob;
import io.earlybrd.notifier.mail.text.Moments;
import io.earlybrd.notifier.mail.text.SafeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The words of a mail with new jobs: what its subject says, why each job is in it, and why the mail came. */
final class AlertMailWords {

    private static final int MAX_NAMED = 3;

    private final Recipient recipient;
    private final List<MailedMatch> matches;
    private final List<UUID> alertIds;
    private final Moments moments;
    private final MailLinks links;
    private final List<JobView> jobs;

    AlertMailWords(Recipient recipient, List<MailedMatch> matches, Moments moments, MailLinks links) {
        this.recipient = recipient;
        this.matches = matches;
        this.moments = moments;
        this.links = links;
        this.alertIds = matches.stream()
                .flatMap(match -> match.alerts().stream())
                .map(AlertMatch::alertId)
                .distinct()
                .toList();
        this.jobs = Selection.of(matches, isDigest()).stream().map(this::view).toList();
    }

    /** The jobs as the mail shows them. */
    List<JobView> jobs() {
        return jobs;
    }

    private JobView view(ShownJob shown) {
        List<MatchView> alerts = shown.match().alerts().stream()
                .map(alert -> MatchView.of(label(alert), alert))
                .toList();
        return JobView.of(shown.match(), alerts, moments, more(shown));
    }

    /** Whether a job is in the mail that no alert wants to be told of at once. */
    private boolean isDigest() {
        return matches.stream()
                .anyMatch(match -> match.alerts().stream()
                        .noneMatch(alert -> cadence(alert.alertId()).equals(AlertSaved.INSTANT)));
    }

    private Optional<MoreView> more(ShownJob last) {
        if (last.more().isEmpty()) {
            return Optional.empty();
        }
        String name = JobView.company(last.match().entry().job());
        Set<String> spellings = last.ofCompany().stream()
                .map(match -> match.entry().job().company())
                .collect(Collectors.toCollection(TreeSet::new));
        return Optional.of(new MoreView(last.more().size() + " more from " + name, links.ledgerOf(spellings)));
    }

    /** {@code Platform Engineer at Fjordbank, Berlin} or {@code 3 new jobs for “Staff SRE”}. */
    String subject() {
        if (matches.size() == 1) {
            JobSummary job = matches.get(0).entry().job();
            String place = JobView.firstPlace(job).map(", "::concat).orElse("");
            return JobView.title(job) + " at " + JobView.company(job) + place;
        }
        int others = alertIds.size() - 1;
        String alerts = "“" + nameOf(alertIds.get(0)) + "”";
        if (others > 0) {
            alerts += " and " + others + (others == 1 ? " more alert" : " more alerts");
        }
        return matches.size() + " new jobs for " + alerts;
    }

    /** Pay and reasons of one job, the employers of several. */
    String preheader() {
        if (jobs.size() > 1) {
            Map<String, String> companies = new LinkedHashMap<>();
            jobs.forEach(job -> companies.putIfAbsent(CompanyNames.comparable(job.company()), job.company()));
            return companies.values().stream().limit(MAX_NAMED).collect(Collectors.joining(", ")) + ".";
        }
        JobView job = jobs.get(0);
        String hits = job.matches().stream()
                .flatMap(match -> match.hits().stream())
                .distinct()
                .limit(MAX_NAMED)
                .map(hit -> hit.field() + " " + hit.clause())
                .collect(Collectors.joining(", "));
        return job.pay() + ". Matched " + hits + ".";
    }

    /** What the owner calls the alert. */
    String nameOf(UUID alertId) {
        return recipient
                .alert(alertId)
                .flatMap(Recipient.Alert::name)
                .map(name -> SafeText.oneLine(name, AlertView.MAX_NAME))
                .orElse("alert");
    }

    /** Why the mail came for this alert. */
    String why(UUID alertId) {
        String mails = switch (cadence(alertId)) {
            case AlertSaved.DAILY -> "It mails once a day.";
            case AlertSaved.WEEKLY -> "It mails once a week.";
            default -> "It mails at once.";
        };
        return "Sent for your alert “" + nameOf(alertId) + "”. " + mails;
    }

    private String cadence(UUID alertId) {
        return recipient.alert(alertId).flatMap(Recipient.Alert::cadence).orElse(AlertSaved.INSTANT);
    }

    private String label(AlertMatch alert) {
        return alertIds.size() == 1 ? "Matched" : "Matched for “" + nameOf(alert.alertId()) + "”";
    }
}
