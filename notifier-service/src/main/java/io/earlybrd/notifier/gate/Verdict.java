package io.earlybrd.notifier.gate;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.notifier.ledger.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the gate says about one match. */
public sealed interface Verdict {

    /**
     * It may be mailed now.
     *
     * @param alerts those of its alerts that want it; never empty
     */
    record Pass(List<AlertMatch> alerts) implements Verdict {

        public Pass {
            alerts = List.copyOf(alerts);
        }
    }

    /**
     * It may be mailed, but not yet.
     *
     * @param alerts those of its alerts that want it; never empty
     * @param why what it waits for
     * @param at when it may be mailed, as far as is known now
     */
    record Later(List<AlertMatch> alerts, Waiting why, Instant at) implements Verdict {

        public Later {
            alerts = List.copyOf(alerts);
        }
    }

    /**
     * It is not mailed, for good.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements Verdict {}

    /**
     * Something that decides it has not arrived yet; ask again.
     *
     * @param lookWithin at the latest after this time
     */
    record Unknown(Duration lookWithin) implements Verdict {}
}
