package io.earlybrd.scraper.provider;

import org.jspecify.annotations.Nullable;

/**
 * One list of jobs at a provider.
 *
 * @param name what the provider calls it, or the address of a feed
 * @param company the employer, if somebody told us
 */
public record Board(String name, @Nullable String company) {

    /** The employer's name for jobs that don't name one. */
    public String companyOrName() {
        return company == null ? name : company;
    }
}
