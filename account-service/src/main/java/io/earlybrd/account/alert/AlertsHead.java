package io.earlybrd.account.alert;

import io.earlybrd.account.ledger.DayOfAlert;
import java.util.List;

/** The line below the heading of the list: {@code 3 running, 1 paused. 34 jobs sent in the last 14 days.} */
final class AlertsHead {

    private AlertsHead() {}

    static String of(List<Alert> alerts, List<DayOfAlert> days, int dayCount) {
        long paused = alerts.stream().filter(Alert::paused).count();
        long sent = days.stream().mapToLong(DayOfAlert::sent).sum();
        String counts = alerts.size() - paused + " running, " + paused + " paused.";
        return sent == 0
                ? counts
                : counts + " " + sent + (sent == 1 ? " job" : " jobs") + " sent in the last " + dayCount + " days.";
    }
}
