package io.earlybrd.testkit.stripe;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** The switches of the delivery of events; they hold for events that occur from then on. */
public final class StripeWebhooks {

    private final Set<DeliveryFault> faults = EnumSet.noneOf(DeliveryFault.class);
    private Duration delay = Duration.ZERO;

    StripeWebhooks() {}

    /** Switches faults on. */
    public synchronized void on(DeliveryFault... more) {
        faults.addAll(Arrays.asList(more));
    }

    /** Switches faults off. */
    public synchronized void off(DeliveryFault... fewer) {
        Arrays.asList(fewer).forEach(faults::remove);
    }

    /** Sends each event this much later, in real time. */
    public synchronized void delayBy(Duration time) {
        delay = time;
    }

    /** Back to: in order, at once, once, unless an endpoint fails to take it. */
    public synchronized void clear() {
        faults.clear();
        delay = Duration.ZERO;
    }

    synchronized boolean isOn(DeliveryFault fault) {
        return faults.contains(fault);
    }

    synchronized Duration delay() {
        return delay;
    }
}
