package io.earlybrd.scraper.crawl;

import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.posting.Changes;
import io.earlybrd.scraper.provider.Outcome;

/**
 * What a crawl came to.
 *
 * @param host where its request went first
 * @param validators of the answer, if one came
 */
record Crawled(String host, Outcome outcome, Validators validators, Changes changes) {

    /** A crawl that found nothing to store. */
    static Crawled without(String host, Outcome outcome) {
        return new Crawled(host, outcome, Validators.NONE, Changes.NONE);
    }
}
