package io.earlybrd.notifier.dispatch;

import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.mail.alert.JobSize;
import java.util.ArrayList;
import java.util.List;

/**
 * How much goes into one mail: at most {@value #MAX_JOBS} jobs, and so many bytes of HTML that big mail providers do not cut it off
 * (Gmail clips above about 102 kB). The first job always fits.
 */
final class MailBudget {

    static final int MAX_JOBS = 50;
    static final int MAX_BYTES = 85_000;

    private final List<LedgerEntry> taken = new ArrayList<>();
    private int bytes;
    private boolean full;

    /** Takes the entry if it fits; after the first one that does not, none is taken, so that the order is kept. */
    void offer(LedgerEntry entry) {
        int more = JobSize.ofHtml(entry);
        full |= taken.size() == MAX_JOBS || !taken.isEmpty() && bytes + more > MAX_BYTES;
        if (!full) {
            taken.add(entry);
            bytes += more;
        }
    }

    List<LedgerEntry> taken() {
        return List.copyOf(taken);
    }
}
