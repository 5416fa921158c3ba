package io.earlybrd.notifier.gate;

import io.earlybrd.events.AlertMatch;
import java.util.List;

/** What the gate says about one match. */
public sealed interface Verdict {

    /**
     * It may be mailed.
     *
     * @param alerts those of its alerts that want it; never empty
     */
    record Pass(List<AlertMatch> alerts) implements Verdict {

        public Pass {
            alerts = List.copyOf(alerts);
        }
    }

    /**
     * It is not mailed, for good.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements Verdict {}

    /** Something that decides it has not arrived yet; ask again. */
    record Unknown() implements Verdict {}
}
