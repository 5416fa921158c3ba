package io.earlybrd.notifier.mail.alert;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.JobSummary;
import io.earlybrd.notifier.ledger.LedgerEntry;
import java.nio.charset.StandardCharsets;

/** How much of a mail one job may take, before anything is rendered. */
public final class JobSize {

    /** So many bytes of HTML that big mail providers do not cut the mail off: Gmail clips above about 102 kB. */
    public static final int MAX_OF_MAIL = 85_000;

    private static final int FRAME = 900;
    private static final int FRAME_OF_MATCH = 80;
    private static final int FRAME_OF_HIT = 110;
    private static final int HISTORY = 160;
    private static final int FRAME_OF_MORE = 300;
    private static final int LONGEST_ESCAPE = 6;

    private JobSize() {}

    /** At most so many bytes of HTML. */
    public static int ofHtml(LedgerEntry entry) {
        JobSummary job = entry.job();
        int bytes = FRAME
                + escaped(JobView.title(job))
                + 2 * escaped(JobView.company(job))
                + escaped(JobView.place(job))
                + JobView.link(job).map(JobSize::escaped).orElse(0)
                + job.attribution()
                        .flatMap(AttributionView::of)
                        .map(board -> escaped(board.name()) + escaped(board.link()))
                        .orElse(0)
                + job.repost().map(before -> HISTORY).orElse(0);
        for (AlertMatch match : entry.alerts()) {
            bytes += FRAME_OF_MATCH + AlertView.MAX_NAME;
            bytes += MatchView.of("", match).hits().stream()
                    .mapToInt(hit -> FRAME_OF_HIT + escaped(hit.field()) + escaped(hit.clause()))
                    .sum();
        }
        return bytes;
    }

    /** At most so many bytes of HTML for the line that counts the other jobs of its company. */
    public static int ofMore(LedgerEntry entry) {
        return FRAME_OF_MORE + escaped(JobView.company(entry.job())) + MailLinks.MAX_LEDGER_LINK;
    }

    private static int escaped(String text) {
        int markup = (int) text.chars().filter(c -> "<>&\"'".indexOf(c) >= 0).count();
        return text.getBytes(StandardCharsets.UTF_8).length + (LONGEST_ESCAPE - 1) * markup;
    }
}
