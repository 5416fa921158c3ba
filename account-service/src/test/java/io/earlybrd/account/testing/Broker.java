package io.earlybrd.account.testing;

import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.KafkaProbe;
import io.earlybrd.testkit.Waiting;

/** What the other services publish, and what they read. */
public final class Broker {

    private static final KafkaProbe KAFKA = KafkaProbe.of(Backends.kafka());

    static {
        Waiting.patiently();
    }

    private Broker() {}

    /** The broker as another service has it. */
    public static KafkaProbe kafka() {
        return KAFKA;
    }
}
