package io.earlybrd.notifier.mail.alert;

import java.util.List;
import java.util.Optional;

/**
 * A mail with new jobs, as its templates show it.
 *
 * @param subject one line that says it all
 * @param preheader what a list of mails shows beside the subject
 * @param jobs those that are shown in full, in the order of {@link Selection}
 * @param alerts the alerts that it is sent for
 * @param sent when it is sent
 * @param zone name of the zone of all times
 * @param ledgerLink where every match is listed
 * @param stopAllLink where all alerts are stopped without logging in
 * @param postalAddress of the sender
 */
record AlertMailView(
        String subject,
        String preheader,
        List<JobView> jobs,
        List<AlertView> alerts,
        String sent,
        String zone,
        String ledgerLink,
        String stopAllLink,
        Optional<String> postalAddress) {

    /** Whether it tells of one job only: where there are more, more are shown. */
    public boolean isSingle() {
        return jobs.size() == 1;
    }

    /** Why it came, once per alert. */
    public List<String> whys() {
        return alerts.stream().map(AlertView::why).toList();
    }
}
