package io.earlybrd.scraper.schedule;

import io.earlybrd.scraper.fetch.NotWanted;

/** Another instance has the source or its host now: this one was away for too long, and its crawl must leave no trace. */
public final class LeaseLost extends NotWanted {

    private static final long serialVersionUID = 1;

    public LeaseLost() {
        super("the lease was lost");
    }
}
