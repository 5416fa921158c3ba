package io.earlybrd.account.web;

import io.quarkus.logging.Log;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether a service next door answers; says so in the log when that changes, not at every question. */
public final class Answering {

    private final String service;
    private final AtomicBoolean answering = new AtomicBoolean(true);

    public Answering(String service) {
        this.service = service;
    }

    /** It answered. */
    public void yes() {
        if (answering.compareAndSet(false, true)) {
            Log.infof("%s answers again", service);
        }
    }

    /** It did not answer, or not as agreed. */
    public void no(Throwable cause) {
        if (answering.compareAndSet(true, false)) {
            Log.warnf("%s does not answer, pages go on without it cause=%s", service, cause.toString());
        } else {
            Log.debugf(cause, "%s does not answer", service);
        }
    }
}
