package io.earlybrd.scraper.crawl;

import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.posting.Changes;
import io.earlybrd.scraper.provider.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a crawl came to.
 *
 * @param host where its request went first; null if none could be made
 * @param validators of the answer, if one came
 */
record Crawled(@Nullable String host, Outcome outcome, Validators validators, Changes changes) {

    /** A crawl that found nothing to store. */
    static Crawled without(@Nullable String host, Outcome outcome) {
        return new Crawled(host, outcome, Validators.NONE, Changes.NONE);
    }
}
