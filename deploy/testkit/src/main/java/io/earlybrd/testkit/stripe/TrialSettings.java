package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The parameter {@code trial_settings}: what happens at the end of a trial when there is no card. */
final class TrialSettings {

    private TrialSettings() {}

    static void apply(Params params, ObjectNode subscription) {
        params.inside("trial_settings")
                .inside("end_behavior")
                .oneOf("missing_payment_method", Set.of("cancel", "create_invoice", "pause"))
                .ifPresent(what -> subscription
                        .withObjectProperty("trial_settings")
                        .withObjectProperty("end_behavior")
                        .put("missing_payment_method", what));
    }
}
