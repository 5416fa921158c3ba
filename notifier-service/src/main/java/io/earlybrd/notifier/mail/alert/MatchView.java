package io.earlybrd.notifier.mail.alert;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.Reason;
import io.earlybrd.notifier.mail.text.SafeText;
import java.util.List;

/**
 * Why one alert matched a job.
 *
 * @param label {@code Matched}, or {@code Matched for “Berlin Java”} where a mail tells of several alerts
 * @param hits which clause hit in which field, each once
 */
record MatchView(String label, List<Hit> hits) {

    private static final int MAX_HITS = 6;
    private static final int MAX_CLAUSE = 60;
    private static final int MAX_FIELD = 20;

    static MatchView of(String label, AlertMatch match) {
        List<Hit> hits =
                match.reasons().stream().map(Hit::of).distinct().limit(MAX_HITS).toList();
        return new MatchView(label, hits);
    }

    /**
     * One clause that hit.
     *
     * @param field where
     * @param clause as the subscriber wrote it
     */
    record Hit(String field, String clause) {

        static Hit of(Reason reason) {
            return new Hit(SafeText.oneLine(reason.field(), MAX_FIELD), SafeText.oneLine(reason.clause(), MAX_CLAUSE));
        }
    }
}
