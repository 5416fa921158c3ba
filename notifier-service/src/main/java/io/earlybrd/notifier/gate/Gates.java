package io.earlybrd.notifier.gate;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the {@link Gate} of this service from its configuration. */
class Gates {

    @Produces
    @Singleton
    Gate gate(GateConfig config) {
        return new Gate(config.patience(), config.patienceForMore());
    }
}
