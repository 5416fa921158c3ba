package io.earlybrd.scraper.detect;

import io.earlybrd.scraper.fetch.RefusedUrl;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.normalise.PlainText;
import io.earlybrd.scraper.provider.BoardNames;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An HTML page that shows or leads to jobs. What is looked for, best first: a board that is embedded or linked; a feed of jobs;
 * jobs on the page itself that are marked up as schema.org's JobPosting.
 */
final class CareersPage {

    /** The provider of jobs that stand on the page itself. */
    static final String JOB_POSTING = "jobposting";

    /** The provider of feeds, whatever their format. */
    static final String FEED = "rss";

    /** Says that a feed is of jobs: most feeds that pages name are of a blog or its comments. */
    private static final Pattern ABOUT_JOBS = Pattern.compile(
            "(?i)\\b(jobs?|careers?|vacanc(y|ies)|openings?|positions?|hiring|recruit\\w*|stellen\\w*|karriere|emplois?|empleos?)\\b");

    /** What employers write on the link from their front page to their jobs. */
    private static final Pattern LEADS_TO_JOBS =
            Pattern.compile("(?i)\\b(join us|join our team|work with us|work for us|we.re hiring|open roles)\\b");

    private static final Pattern JSON_LD_POSTING =
            Pattern.compile("\"@type\"\\s*:\\s*(?:\\[[^\\]]*)?\"(?:https?://schema\\.org/)?JobPosting\"");
    private static final Pattern ADDRESS_IN_SCRIPT = Pattern.compile("https?://[^\\s\"'`<>\\\\)]+");
    private static final Pattern LEVER_ACCOUNT =
            Pattern.compile("leverJobsOptions\\s*=\\s*\\{[^}]*?accountName\\s*:\\s*[\"']([^\"']+)[\"']");
    private static final String HACKER_NEWS = "news.ycombinator.com";
    private static final Set<String> FEEDS =
            Set.of("application/rss+xml", "application/atom+xml", "application/feed+json", "application/json");
    private static final int MAX_COMPANY_LENGTH = 200;

    private final Document page;
    private final WebUrl url;

    CareersPage(Document page, WebUrl url) {
        this.page = page;
        this.url = url;
    }

    /** The board that the page is of, if it says so without doubt. */
    Optional<FoundBoard> board() {
        return whoIsHiring()
                .or(this::ownCareerSite)
                .or(this::providersBoard)
                .or(this::feed)
                .or(this::markedUpJobs)
                .map(found -> found.at(company()));
    }

    /** Another page of the same site that by its link is the one of their jobs. */
    Optional<WebUrl> jobsPage() {
        return page.select("a[href]").stream()
                .filter(link -> Stream.of(link.text(), link.attr("href"))
                        .anyMatch(text -> ABOUT_JOBS.matcher(text).find()
                                || LEADS_TO_JOBS.matcher(text).find()))
                .flatMap(link -> parsed(link.absUrl("href")).stream())
                .filter(target -> sameSite(target) && !target.uri().equals(url.uri()))
                .findFirst();
    }

    private boolean sameSite(WebUrl target) {
        String site = url.host().replaceFirst("^www\\.", "");
        return target.host().equals(site) || target.host().endsWith("." + site);
    }

    /** Whether jobs of the page are Greenhouse's, which alone does not tell the board. */
    boolean greenhouseByParameter() {
        return page.select("a[href*=gh_jid=]").first() != null || url.target().contains("gh_jid=");
    }

    /** A thread of Hacker News, which asks this by its title only. */
    private Optional<FoundBoard> whoIsHiring() {
        return url.host().equals(HACKER_NEWS)
                        && page.title().toLowerCase(Locale.ROOT).contains("who is hiring?")
                ? Optional.of(FoundBoard.of("hackernews", BoardNames.ALL))
                : Optional.empty();
    }

    /** Teamtailor's sites stand under the employer's own name; only their style sheets and scripts give them away. */
    private Optional<FoundBoard> ownCareerSite() {
        boolean teamtailor = addresses("link[href], script[src]", "href", "src")
                .anyMatch(asset -> asset.host().matches("assets[a-z0-9-]*\\.teamtailor-cdn\\.com"));
        return teamtailor ? Optional.of(FoundBoard.of("teamtailor", url.host())) : Optional.empty();
    }

    /**
     * One board that is embedded decides. Of several, and of those that are only linked, one must be named more often than all
     * others together: a page that lists employers has no board of its own.
     */
    private Optional<FoundBoard> providersBoard() {
        Map<FoundBoard, Integer> embedded = new LinkedHashMap<>();
        Stream.concat(
                        addresses("iframe[src], script[src]", "src").flatMap(address -> BoardUrls.of(address).stream()),
                        inScripts())
                .forEach(board -> embedded.merge(board, 1, Integer::sum));
        Optional<FoundBoard> decided = most(embedded);
        if (decided.isPresent()) {
            return decided;
        }
        Map<FoundBoard, Integer> named = new LinkedHashMap<>(embedded);
        addresses("a[href], form[action]", "href", "action")
                .flatMap(address -> BoardUrls.of(address).stream())
                .forEach(board -> named.merge(board, 1, Integer::sum));
        return most(named);
    }

    private static Optional<FoundBoard> most(Map<FoundBoard, Integer> named) {
        int all = named.values().stream().mapToInt(Integer::intValue).sum();
        return named.entrySet().stream()
                .filter(board -> 2 * board.getValue() > all)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Stream<FoundBoard> inScripts() {
        return page.select("script:not([src])").stream().map(Element::data).flatMap(script -> {
            Stream<FoundBoard> named = ADDRESS_IN_SCRIPT
                    // JSON may write each slash with a backslash.
                    .matcher(script.replace("\\/", "/"))
                    .results()
                    .flatMap(found -> parsed(found.group()).flatMap(BoardUrls::of).stream());
            Matcher lever = LEVER_ACCOUNT.matcher(script);
            return lever.find() ? Stream.concat(named, Stream.of(FoundBoard.of("lever", lever.group(1)))) : named;
        });
    }

    private Optional<FoundBoard> feed() {
        for (Element link : page.select("link[rel~=(?i)alternate][type][href]")) {
            Optional<WebUrl> feed = parsed(link.absUrl("href"));
            if (FEEDS.contains(link.attr("type").toLowerCase(Locale.ROOT))
                    && feed.isPresent()
                    && aboutJobs(link, feed.get())) {
                return Optional.of(FoundBoard.of(FEED, feed.get().uri().toString()));
            }
        }
        return Optional.empty();
    }

    private static boolean aboutJobs(Element link, WebUrl feed) {
        return Stream.of(link.attr("title"), feed.host(), feed.target())
                .anyMatch(text -> ABOUT_JOBS.matcher(text).find());
    }

    private Optional<FoundBoard> markedUpJobs() {
        boolean jsonLd = page.select("script[type=application/ld+json]").stream()
                .anyMatch(script -> JSON_LD_POSTING.matcher(script.data()).find());
        boolean microdata = page.select("[itemtype~=(?i)^https?://schema\\.org/JobPosting/?$]")
                        .first()
                != null;
        return jsonLd || microdata
                ? Optional.of(FoundBoard.of(JOB_POSTING, url.uri().toString()))
                : Optional.empty();
    }

    private @Nullable String company() {
        Element name = page.selectFirst("meta[property=og:site_name][content]");
        String company = name == null ? "" : PlainText.line(name.attr("content"));
        return company.isEmpty() ? null : PlainText.cut(company, MAX_COMPANY_LENGTH);
    }

    private Stream<WebUrl> addresses(String elements, String... attributes) {
        return page.select(elements).stream()
                .flatMap(element -> Stream.of(attributes).map(element::absUrl))
                .flatMap(address -> parsed(address).stream());
    }

    private static Optional<WebUrl> parsed(String address) {
        try {
            return Optional.of(WebUrl.parse(address));
        } catch (RefusedUrl e) {
            return Optional.empty();
        }
    }
}
