package io.earlybrd.scraper.detect;

import io.earlybrd.scraper.fetch.FetchedPage;
import io.earlybrd.scraper.fetch.WebUrl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Reads a page that was fetched, whatever it turns out to be: an employer's page, a feed, or a list of pages. */
final class PageReader {

    private static final int HEAD_BYTES = 4 * 1024;
    private static final Pattern XML_ROOT = Pattern.compile("<(?:[a-z]+:)?(rss|feed|RDF|urlset|sitemapindex)[\\s>]");
    private static final Pattern JSON_FEED =
            Pattern.compile("\"version\"\\s*:\\s*\"https?:(?:\\\\?/){2}jsonfeed\\.org");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([\\w.:-]+)");

    private static final String ONLY_GREENHOUSE =
            "The jobs are kept at Greenhouse, but the page does not say under which name."
                    + " Open one job, and give us the address at greenhouse.io.";
    private static final String NO_BOARD =
            "We found no job board on this page that we can read. If the jobs are listed on"
                    + " another page, give us the address of that one.";

    private PageReader() {}

    /**
     * What a page said.
     *
     * @param jobsPage where to look further, if it names no board
     */
    record Reading(Detection detection, Optional<WebUrl> jobsPage) {

        static Reading of(Detection detection) {
            return new Reading(detection, Optional.empty());
        }
    }

    /** What the page leads to. */
    static Reading read(FetchedPage page) {
        Optional<FoundBoard> moved = BoardUrls.of(page.url());
        if (moved.isPresent()) {
            return Reading.of(new Detection.Found(moved.get()));
        }
        return switch (page.status()) {
            case 404, 410 -> Reading.of(new Detection.Nothing("There is no page at this address."));
            case 200 -> content(page);
            default -> Reading.of(new Detection.Unread("The site did not show us this page. Somebody will look."));
        };
    }

    private static Reading content(FetchedPage page) {
        String head = new String(page.body().head(HEAD_BYTES), StandardCharsets.UTF_8).stripLeading();
        String address = page.url().uri().toString();
        if (head.startsWith("{") && JSON_FEED.matcher(head).find()) {
            return Reading.of(new Detection.Found(FoundBoard.of(CareersPage.FEED, address)));
        }
        if (head.startsWith("<") && !head.regionMatches(true, 0, "<!doctype html", 0, 14)) {
            Matcher root = XML_ROOT.matcher(head);
            if (root.find()) {
                boolean list = root.group(1).equals("urlset") || root.group(1).equals("sitemapindex");
                return Reading.of(
                        new Detection.Found(FoundBoard.of(list ? CareersPage.JOB_POSTING : CareersPage.FEED, address)));
            }
        }
        return html(page);
    }

    private static Reading html(FetchedPage page) {
        try (InputStream body = page.body().open()) {
            CareersPage careers = new CareersPage(
                    Jsoup.parse(
                            body, charset(page.contentType()), page.url().uri().toString()),
                    page.url());
            return careers.board()
                    .map(board -> Reading.of(new Detection.Found(board)))
                    .orElseGet(() -> new Reading(
                            new Detection.Nothing(careers.greenhouseByParameter() ? ONLY_GREENHOUSE : NO_BOARD),
                            careers.jobsPage()));
        } catch (IOException e) {
            return Reading.of(new Detection.Unread("The page could not be read to its end. Somebody will look."));
        }
    }

    /** Null lets the page itself say. */
    private static @Nullable String charset(@Nullable String contentType) {
        Matcher named = CHARSET.matcher(contentType == null ? "" : contentType);
        return named.find() && isKnown(named.group(1)) ? named.group(1) : null;
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
