package io.earlybrd.scraper.posting;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows the page of one job again, whoever links to it. */
final class UrlKey {

    /** They say who sent the reader, not where to. */
    private static final Pattern SENDER = Pattern.compile(
            "(?i)(utm_[^=]*|fbclid|gclid|msclkid|mc_[ce]id|gh_src|lever-source[^=]*|ashby_jid_src|ref|referrer|source|src|t)"
                    + "(=.*)?");

    /** A number or a long name: the address of one job, not that of all jobs of a small employer. */
    private static final Pattern OF_ONE_JOB = Pattern.compile(".*(\\d{4}|[0-9a-f]{8}-[0-9a-f]{4}|[^/?]{20}).*");

    private UrlKey() {}

    /** The same for the same page; null if the address may be that of several jobs. */
    static @Nullable String of(URI url) {
        String path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
        String query = url.getRawQuery() == null
                ? ""
                : Arrays.stream(url.getRawQuery().split("&"))
                        .filter(parameter -> !SENDER.matcher(parameter).matches())
                        .sorted()
                        .collect(Collectors.joining("&"));
        String page = path + "?" + query;
        if (url.getRawAuthority() == null || !OF_ONE_JOB.matcher(page).matches()) {
            return null;
        }
        return url.getRawAuthority().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "") + page;
    }
}
