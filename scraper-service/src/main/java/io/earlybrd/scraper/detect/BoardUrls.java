package io.earlybrd.scraper.detect;

import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.provider.BoardNames;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses under which providers show an employer's jobs: boards, pages of one job, what embeds a board into another page,
 * and the public APIs. They tell provider and board without asking anybody.
 */
public final class BoardUrls {

    /** What providers keep for themselves below their own domain. */
    private static final String OWN =
            "(?:www|app|apps|api|apply|jobs|careers|my|get|go|info|login|auth|accounts|help|support|docs|developers?|status|blog"
                    + "|resources|partners|marketplace|assets|static|cdn|media|images|scripts|documentation|try|learn)";

    private static final String SUBDOMAIN = "(?!" + OWN + "\\.)([a-z0-9][a-z0-9_-]*)";
    private static final String SEGMENT = "([^/?]+)";
    private static final String REST = "(?:[/?].*)?";
    private static final String LOCALE = "(?:[a-z]{2}(?:[-_][A-Za-z]{2})?)";
    private static final String SITE = "(?!" + LOCALE + "(?:[/?]|$))(?!wday(?:/|$))" + SEGMENT;

    private static final List<Rule> RULES = List.of(
            rule("greenhouse", "(?:job-)?boards(?:\\.eu)?\\.greenhouse\\.io/embed/[^?]*\\?(?:.*&)?for=([^&]+).*"),
            rule(
                    "greenhouse",
                    "(?:job-)?boards(?:\\.eu)?\\.greenhouse\\.io/(?!(?:embed|v1)(?:[/?]|$))" + SEGMENT + REST),
            rule("greenhouse", "(?:boards-)?api(?:\\.eu)?\\.greenhouse\\.io/v1/boards/" + SEGMENT + REST),
            rule("lever", "jobs\\.lever\\.co/" + SEGMENT + REST),
            rule("lever", "api\\.lever\\.co/v0/postings/" + SEGMENT + REST),
            rule("lever-eu", "jobs\\.eu\\.lever\\.co/" + SEGMENT + REST),
            rule("lever-eu", "api\\.eu\\.lever\\.co/v0/postings/" + SEGMENT + REST),
            rule("ashby", "jobs\\.ashbyhq\\.com/(?!(?:api|_next|static)(?:[/?]|$))" + SEGMENT + REST),
            rule("ashby", "api\\.ashbyhq\\.com/posting-api/job-board/" + SEGMENT + REST),
            rule("workable", "apply\\.workable\\.com/api/v\\d/(?:widget/)?accounts/" + SEGMENT + REST),
            rule("workable", "(?:www|apply)\\.workable\\.com/api/accounts/" + SEGMENT + REST),
            rule("workable", "apply\\.workable\\.com/(?!(?:api|j|static|assets|gdpr)(?:[/?]|$))" + SEGMENT + REST),
            rule("workable", SUBDOMAIN + "\\.workable\\.com" + REST),
            rule("smartrecruiters", "jobs\\.smartrecruiters\\.com/oneclick-ui/company/" + SEGMENT + REST),
            rule(
                    "smartrecruiters",
                    "(?:careers|jobs)\\.smartrecruiters\\.com/(?!(?:oneclick-ui|sr-jobs|my-applications)(?:[/?]|$))"
                            + SEGMENT + REST),
            rule("smartrecruiters", "api\\.smartrecruiters\\.com/v1/companies/" + SEGMENT + REST),
            rule("recruitee", SUBDOMAIN + "\\.recruitee\\.com" + REST),
            rule("personio", "(?!www\\.)([a-z0-9][a-z0-9-]*)[.-]jobs\\.personio\\.(?:de|com)" + REST),
            // A career site is named by its host, as it may be one of the employer's own.
            rule("teamtailor", "(?!" + OWN + "\\.)([a-z0-9][a-z0-9-]*(?:\\.[a-z]{2,3})?\\.teamtailor\\.com)" + REST),
            rule("bamboohr", SUBDOMAIN + "\\.bamboohr\\.com" + REST),
            rule("breezy", SUBDOMAIN + "\\.breezy\\.hr" + REST),
            rule(
                    "workday",
                    "([a-z0-9_-]+)\\.(wd\\d+)\\.myworkdayjobs\\.com/wday/cxs/[^/?]+/" + SEGMENT + REST,
                    BoardUrls::workday),
            rule(
                    "workday",
                    "([a-z0-9_-]+)\\.(wd\\d+)\\.myworkdayjobs\\.com/(?:" + LOCALE + "/)?" + SITE + REST,
                    BoardUrls::workday),
            rule(
                    "workday",
                    "(wd\\d+)\\.myworkdaysite\\.com/(?:" + LOCALE + "/)?recruiting/" + SEGMENT + "/" + SITE + REST,
                    found -> found.group(2) + "." + found.group(1) + "/" + found.group(3)),
            onlyList("arbeitnow", "arbeitnow\\.com"),
            onlyList("himalayas", "himalayas\\.app"),
            onlyList("jobicy", "jobicy\\.com"),
            onlyList("remoteok", "remoteok\\.(?:com|io)"),
            // Which of its threads ask who is hiring, only their titles say; this is who begins them.
            rule(
                    "hackernews",
                    "news\\.ycombinator\\.com/(?:user|submitted)\\?id=whoishiring",
                    found -> BoardNames.ALL));

    private BoardUrls() {}

    /** The board that an address belongs to, if it is one of a provider's. */
    public static Optional<FoundBoard> of(WebUrl url) {
        String address = url.host() + url.target();
        return RULES.stream().flatMap(rule -> rule.board(address).stream()).findFirst();
    }

    private static String workday(MatchResult found) {
        return found.group(1) + "." + found.group(2) + "/" + found.group(3);
    }

    /** Any page of a provider that has one list for all. Its feeds too: what its terms ask for is known of the list only. */
    private static Rule onlyList(String provider, String site) {
        return rule(provider, "(?:www\\.)?" + site + REST, found -> BoardNames.ALL);
    }

    private static Rule rule(String provider, String form) {
        return rule(provider, form, found -> found.group(1));
    }

    private static Rule rule(String provider, String form, BoardName name) {
        return new Rule(provider, Pattern.compile(form), name);
    }

    /** How a provider's board is named by the parts of an address. */
    @FunctionalInterface
    private interface BoardName {
        String of(MatchResult found);
    }

    /** One form of a provider's addresses: host, path and query, without the scheme. */
    private record Rule(String provider, Pattern form, BoardName name) {

        Optional<FoundBoard> board(String address) {
            Matcher found = form.matcher(address);
            return found.matches() ? Optional.of(decoded(name.of(found))) : Optional.empty();
        }

        private FoundBoard decoded(String board) {
            // A plus is a plus in a path.
            return FoundBoard.of(provider, URLDecoder.decode(board.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
    }
}
