package io.earlybrd.scraper.provider.jobposting;

import io.earlybrd.scraper.fetch.RefusedUrl;
import io.earlybrd.scraper.fetch.WebUrl;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The site that a sitemap speaks for: its own host, and the hosts below the same name. It could lead us to anybody's otherwise. */
record Site(String host) {

    Site(URI sitemap) {
        this(withoutWww(sitemap.getHost()));
    }

    /** The address in one written form; null if it is none, or of another site. */
    @Nullable
    URI own(String address) {
        try {
            WebUrl url = WebUrl.parse(address);
            String other = withoutWww(url.host());
            return other.equals(host) || other.endsWith("." + host) ? url.uri() : null;
        } catch (RefusedUrl e) {
            return null;
        }
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }
}
