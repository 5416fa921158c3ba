package io.earlybrd.scraper.provider.jobposting;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sitemaps that an index names. Where some are named after jobs, the others are of no interest. */
final class Sitemaps {

    private final List<URI> all = new ArrayList<>();
    private final List<URI> ofJobs = new ArrayList<>();

    /** Adds one, unless it is of another site. */
    void add(@Nullable URI sitemap) {
        if (sitemap != null) {
            all.add(sitemap);
            if (Sitemap.isOfJobs(sitemap)) {
                ofJobs.add(sitemap);
            }
        }
    }

    /** Those to read, so many at most. */
    List<URI> chosen(int most) {
        return (ofJobs.isEmpty() ? all : ofJobs).stream().distinct().limit(most).toList();
    }
}
