package io.earlybrd.scraper.provider.hackernews;

import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.PlainText;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.PostingDraft;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * A comment that begins by the custom of the thread: {@code Company | Role | Place | REMOTE | Full-time | pay}, in any order after
 * the company.
 *
 * @param company before the first bar
 * @param parts what stands between the further bars
 * @param html the whole comment, without addresses of people
 */
record HiringComment(String company, List<String> parts, String html) {

    private static final int MAX_HEADING = 500;
    private static final int MAX_COMPANY = 80;

    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

    /** The custom leaves room for an address, the batch of an accelerator, or a round of money behind the name. */
    private static final Pattern BEHIND_COMPANY = Pattern.compile(
            "\\s*[(\\[](?:https?://[^)\\]]*|(?:www\\.)?[\\w-]+(?:\\.[\\w-]+)+/?|YC[^)\\]]*|Series [^)\\]]*|Seed[^)\\]]*)[)\\]]|\\s*https?://\\S+");

    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)https?://\\S+|\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|io|ai|dev|org|net|co|so|tech|app|health|media|ag|care|tv|gg|xyz|sh|us|uk|de)(?:/\\S*)?");

    private static final Pattern ROLE = Pattern.compile(
            "(?i)\\b(?:engineers?|engineering|developers?|devs?|designers?|managers?|scientists?|researchers?|architects?|analysts?"
                    + "|programmers?|directors?|head of|leads?|founders?|cto|ceo|sre|swes?|mles?|devops|devsecops|sysadmins?|admins?"
                    + "|administrators?|consultants?|specialists?|recruiters?|marketers?|marketing|sales|support|writers?|editors?"
                    + "|product|operations|technicians?|interns?|internships?|roles?|positions?|advocates?|associates?|executives?"
                    + "|accountants?|officers?|counsels?|strategists?|staff|teachers?|physicists?|chemists?|qa|full[- ]?stack|backend"
                    + "|front[- ]?end|technical)\\b");

    private static final Pattern BEFORE_ROLE =
            Pattern.compile("(?i)^(?:we(?:'re| are) )?hiring:?\\s+(?:an? )?|^(?:open )?(?:roles|positions):\\s*");

    private static final Pattern WHERE =
            Pattern.compile("(?i)\\b(?:remote(?:ly)?|on-?\\s?site|in[- ]person|in[- ]office|hybrid)\\b");
    private static final Pattern REMOTE = Pattern.compile("(?i)\\bremote(?:ly)?\\b");
    private static final Pattern ONSITE = Pattern.compile("(?i)\\b(?:on-?\\s?site|in[- ]person|in[- ]office)\\b");
    private static final Pattern HYBRID = Pattern.compile("(?i)\\bhybrid\\b");
    private static final Pattern EITHER = Pattern.compile(
            "(?i)\\bor\\b|\\band\\b|[/+&;]|\\b(?:optional|friendly|possible|first|preferred|preferably|ok|some|partly|part)\\b");

    private static final Pattern TYPE = Pattern.compile(
            "(?i)\\b(?:full[- ]?time|part[- ]?time|contract(?:or|ing)?|freelance|permanent|internships?|interns?|temporary)\\b");
    private static final Pattern PAY = Pattern.compile("[$€£¥]\\s?\\d|\\d\\s?[kK]\\b|\\b(?:USD|EUR|GBP|CHF)\\b");

    /** Written as places are: "Paris, France", "Austin, TX". */
    private static final Pattern CITY_AND_MORE =
            Pattern.compile("\\p{Lu}[\\p{L}.'’ -]{1,40}, ?\\p{Lu}[\\p{L}. ]{1,30}(?:,.{0,60})?");

    /** The places that the threads name most, and are nothing else. */
    private static final Pattern KNOWN_PLACE = Pattern.compile(
            "(?i)(?:NYC|SF|SF Bay Area|Bay Area|San Francisco(?: Bay Area)?|New York(?: City)?|London|Berlin|Munich|Paris|Amsterdam|Zurich"
                    + "|Stockholm|Copenhagen|Dublin|Toronto|Vancouver|Montreal|Boston|Seattle|Austin|Denver|Chicago|Los Angeles|San Diego"
                    + "|Singapore|Tokyo|Sydney|Melbourne|Tel Aviv|Bangalore|Barcelona|Madrid|Lisbon|Vienna|Warsaw|Helsinki|Oslo"
                    + "|US|USA|U\\.S\\.|UK|EU|Europe|Canada|Germany|France|Spain|Netherlands|Switzerland|Sweden|Ireland|India|Israel"
                    + "|Australia|Japan|Worldwide|Global|Anywhere)");

    /** Written out or disguised, an address of a person; it stays where the person put it, and goes no further. */
    private static final Pattern MAIL = Pattern.compile(
            "(?i)\\b[\\w.+-]{1,64}\\s?(?:@|[(\\[{<]\\s?at\\s?[)\\]}>]|&lt;at&gt;)\\s?[\\w-]{1,63}(?:\\s?(?:\\.|[(\\[{<]\\s?dot\\s?[)\\]}>]|\\sdot\\s)\\s?[a-z0-9-]{2,63}){1,4}"
                    + "|\\b[\\w.+-]{1,64} at [\\w-]{1,63} dot [a-z]{2,20}\\b");

    private static final String INSTEAD_OF_MAIL = "(address in the comment)";

    /**
     * Reads a comment.
     *
     * @param html as Hacker News writes it: paragraphs that are not closed, no other markup than links and italics
     * @return null if it does not begin as a job does
     */
    static @Nullable HiringComment read(String html) {
        String heading = heading(html);
        List<String> parts = new ArrayList<>(List.of(BAR.split(heading, -1)));
        String company = company(parts.remove(0));
        parts.removeIf(String::isBlank);
        boolean isCompany = !company.isEmpty() && company.length() <= MAX_COMPANY && !startsWithRole(company);
        return isCompany && parts.stream().anyMatch(HiringComment::saysSomething)
                ? new HiringComment(
                        company, List.copyOf(parts), MAIL.matcher(html).replaceAll(INSTEAD_OF_MAIL))
                : null;
    }

    /** Adds to a draft what the comment says. */
    PostingDraft fill(PostingDraft draft) {
        List<String> roles = parts.stream().filter(HiringComment::isRole).toList();
        draft.title(
                        roles.isEmpty()
                                ? "Jobs at " + company
                                : BEFORE_ROLE.matcher(String.join(", ", roles)).replaceFirst(""))
                .company(company)
                .workplace(workplace())
                .employmentType(employmentType())
                .pay(parts.stream()
                        .filter(part -> PAY.matcher(part).find())
                        .findFirst()
                        .orElse(""))
                .html(html);
        parts.stream()
                .filter(HiringComment::isPlace)
                .map(HiringComment::placeIn)
                .forEach(draft::places);
        return draft;
    }

    private static String heading(String html) {
        String first = html.split("(?i)<p>|\\n", 2)[0];
        return PlainText.line(
                Jsoup.parseBodyFragment(PlainText.cut(first, MAX_HEADING * 4)).text());
    }

    private static String company(String first) {
        String name = BEHIND_COMPANY.matcher(first).replaceAll("").strip();
        return ADDRESS.matcher(name).matches() ? name.replaceFirst("^https?://(?:www\\.)?", "") : name;
    }

    /** "Head of Engineering | Full-time": the company is missing. A company may well be called "Redpanda Data" or "Pickle Robot". */
    private static boolean startsWithRole(String company) {
        return company.matches(
                "(?i)(?:hiring\\b.*|seeking\\b.*|(?:senior|junior|lead|principal|staff|founding)\\b.*|head of\\b.*|.*\\b(?:engineers?|developers?|designers?|managers?|analysts?|directors?|scientists?|architects?)(?:,.*)?"
                        + "|.*, [A-Z]{2})");
    }

    private static boolean saysSomething(String part) {
        return isRole(part) || isPlace(part) || TYPE.matcher(part).find();
    }

    private static boolean isRole(String part) {
        return ROLE.matcher(part).find()
                && !WHERE.matcher(part).find()
                && !PAY.matcher(part).find()
                && !ADDRESS.matcher(part).find()
                && !part.matches(
                        "(?i)(?:full|part)[- ]?time.*|contract.*|.*\\b(?:visa|citizen\\w*|equity|relocation|team)\\b.*|interns?(?:hips?)?");
    }

    private static boolean isPlace(String part) {
        if (PAY.matcher(part).find() || ADDRESS.matcher(part).find() || isRole(part) || part.length() > 100) {
            return false;
        }
        return WHERE.matcher(part).find() && !ROLE.matcher(part).find()
                || KNOWN_PLACE.matcher(part).matches()
                || CITY_AND_MORE.matcher(part).matches() && !TYPE.matcher(part).find();
    }

    /** The place without the words for an office, and without when one has to be there; without any word for a place it is none. */
    private static String placeIn(String part) {
        String bare = TYPE.matcher(
                        HYBRID.matcher(ONSITE.matcher(part).replaceAll("")).replaceAll(""))
                .replaceAll("");
        String place = bare.replaceAll("\\([^()]*\\b(?:days?|weeks?|preferred|preferably)\\b[^()]*\\)|\\(\\W*\\)", "")
                .replaceAll("[\\s,/&+—–-]+\\)", ")")
                .replaceFirst("^[^\\p{L}\\p{N}(]*(?:(?:in|at|from)\\s+)?", "")
                .replaceFirst("[\\s,:;/&+–—-]+$", "")
                .replaceFirst("^\\(([^()]*)\\)$", "$1");
        String beyondRemote = place.replaceAll(
                "(?i)\\b(?:remote(?:ly)?|fully?|partly|partial|part|all|only|first|friendly|ok|or|and)\\b", "");
        boolean says = beyondRemote.matches(".*\\p{L}.*") && !place.matches("(?i).*\\b(?:days?|weeks?|week)\\b.*");
        return says ? place : "";
    }

    /** What is said once, and not as one of several ways. */
    private @Nullable Workplace workplace() {
        Set<Workplace> said = EnumSet.noneOf(Workplace.class);
        for (String part : parts) {
            String outside = part.replaceAll("\\([^)]*\\)", "");
            boolean where = WHERE.matcher(part).find();
            if (where && EITHER.matcher(outside).find()) {
                return null;
            }
            if (REMOTE.matcher(part).find()) {
                // "Remote, London": from there, or there?
                if (outside.contains(",")) {
                    return null;
                }
                said.add(Workplace.REMOTE);
            }
            if (ONSITE.matcher(part).find()) {
                said.add(Workplace.ONSITE);
            }
            if (HYBRID.matcher(part).find()) {
                said.add(Workplace.HYBRID);
            }
        }
        return said.size() == 1 ? said.iterator().next() : null;
    }

    private @Nullable EmploymentType employmentType() {
        Set<EmploymentType> said = EnumSet.noneOf(EmploymentType.class);
        for (String part : parts) {
            var matcher = TYPE.matcher(part);
            while (matcher.find()) {
                EmploymentType type = EmploymentType.stated(matcher.group().replaceFirst("(?i)s$", ""));
                if (type != null) {
                    said.add(type);
                }
            }
        }
        return said.size() == 1 ? said.iterator().next() : null;
    }
}
