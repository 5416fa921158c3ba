package io.earlybrd.scraper.provider.rss;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.Dates;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.LastDay;
import io.earlybrd.scraper.normalise.Pay;
import io.earlybrd.scraper.normalise.PayPeriod;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.PostingDraft;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed. Beside the standard it reads what feeds of jobs {@linkplain JobElement add}, and the pay and state of NEOGOV's
 * {@code joblisting}.
 *
 * @param beforeCompany what stands between title and company in the titles of this feed; empty if they name no company
 */
record FeedItem(Board board, SyndFeed feed, Answer answer, SyndEntry entry, String beforeCompany) {

    private static final String WE_WORK_REMOTELY = "weworkremotely.com";
    private static final String ATOM_BEFORE_1 = "atom_0.3";
    private static final String NEOGOV = "neogov.com";

    /** Feeds that mix the jobs of many companies put the name behind the title: "Welder at Oakline". */
    private static final List<String> BEFORE_COMPANY = List.of(" — ", " at ");

    /** Fewer titles may look alike by chance. */
    private static final int ENOUGH_ALIKE = 5;

    /** What stands before the company in all titles of a feed; empty if there is nothing of the kind. */
    static String beforeCompany(List<SyndEntry> entries) {
        return BEFORE_COMPANY.stream()
                .filter(between -> entries.size() >= ENOUGH_ALIKE
                        && entries.stream()
                                .allMatch(entry -> text(entry.getTitle()).indexOf(between) > 0))
                .findFirst()
                .orElse("");
    }

    Posting posting() {
        Heading heading = heading();
        PostingDraft draft = new PostingDraft(text(entry.getUri()).isBlank() ? link() : entry.getUri())
                .title(heading.title())
                .company(heading.company())
                .company(first(JobElement.COMPANY))
                .company(board.company())
                .company(text(feed.getTitle()))
                .workplace(fromWeWorkRemotely() ? Workplace.REMOTE : null)
                .salary(neogovSalary())
                .pay(first(JobElement.PAY))
                .html(longestText())
                .url(link())
                .postedAt(posted());
        added(JobElement.EMPLOYMENT).forEach(stated -> draft.employmentType(EmploymentType.stated(stated)));
        return place(draft).posting();
    }

    private PostingDraft place(PostingDraft draft) {
        String location = first(JobElement.PLACE);
        String state = neogov("state");
        return draft.places(location.isBlank() || state.isBlank() ? location + state : location + ", " + state)
                .places(first(JobElement.REGION));
    }

    /** Whether the time that the item gives itself is over. */
    boolean isOver(Instant now) {
        return added(JobElement.END).anyMatch(end -> LastDay.isOver(end, now));
    }

    private @Nullable Instant posted() {
        Date published = entry.getPublishedDate();
        if (published != null) {
            return published.toInstant();
        }
        return added(JobElement.POSTED)
                .map(Dates::read)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Salary neogovSalary() {
        return Pay.range(
                amount(neogov("minimumSalary")),
                amount(neogov("maximumSalary")),
                neogov("salaryCurrency"),
                PayPeriod.stated(neogov("salaryInterval")));
    }

    /** "Not Displayed" is not an amount. */
    private static @Nullable BigDecimal amount(String text) {
        return text.matches("\\d{1,12}(?:\\.\\d{1,4})?") ? new BigDecimal(text) : null;
    }

    /** {@code "Company: Title"}, where it is known that the first is the company; else a colon is part of the title. */
    private Heading heading() {
        String title = title();
        int colon = title.indexOf(": ");
        if (colon > 0 && isCompany(title.substring(0, colon).strip())) {
            return new Heading(title.substring(0, colon), title.substring(colon + 2));
        }
        int behind = beforeCompany.isEmpty() ? -1 : title.lastIndexOf(beforeCompany);
        return behind > 0
                ? new Heading(title.substring(behind + beforeCompany.length()), title.substring(0, behind))
                : new Heading("", title);
    }

    /** In Atom a title may be marked up, and says so to us since 1.0; elsewhere what looks like markup is a part of it. */
    private String title() {
        SyndContent title = entry.getTitleEx();
        if (title == null || text(title.getValue()).isBlank()) {
            return first(JobElement.TITLE);
        }
        String type = text(title.getType());
        return type.contains("html") || ATOM_BEFORE_1.equals(feed.getFeedType())
                ? Jsoup.parseBodyFragment(text(entry.getTitle())).text()
                : text(entry.getTitle());
    }

    private boolean isCompany(String name) {
        String channel = text(feed.getTitle()).strip();
        return fromWeWorkRemotely()
                || name.equalsIgnoreCase(text(board.company()))
                || channel.equalsIgnoreCase(name)
                || channel.toLowerCase(Locale.ROOT).endsWith(" at " + name.toLowerCase(Locale.ROOT));
    }

    private boolean fromWeWorkRemotely() {
        String link = link().toLowerCase(Locale.ROOT);
        return link.startsWith("https://" + WE_WORK_REMOTELY + "/")
                || link.startsWith("https://www." + WE_WORK_REMOTELY + "/");
    }

    /** Empty if the item has none: resolved, it would lead to the feed itself. */
    private String link() {
        String standard = text(entry.getLink()).strip();
        String link = standard.isEmpty() ? first(JobElement.PAGE) : standard;
        if (link.isEmpty()) {
            return "";
        }
        try {
            return answer.uri().resolve(link).toString();
        } catch (IllegalArgumentException e) {
            return link;
        }
    }

    private String longestText() {
        Stream<SyndContent> texts =
                Stream.concat(Stream.ofNullable(entry.getDescription()), entry.getContents().stream());
        return Stream.concat(texts.map(content -> text(content.getValue())), added(JobElement.TEXT))
                .reduce("", (longest, next) -> next.length() > longest.length() ? next : longest);
    }

    private Stream<String> added(JobElement kind) {
        return kind.texts(entry.getForeignMarkup());
    }

    private String first(JobElement kind) {
        return added(kind).findFirst().orElse("");
    }

    /** An element that the job boards of US administrations add. */
    private String neogov(String name) {
        return entry.getForeignMarkup().stream()
                .filter(element -> element.getName().equals(name)
                        && element.getNamespaceURI().contains(NEOGOV))
                .map(Element::getTextNormalize)
                .findFirst()
                .orElse("");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private record Heading(String company, String title) {}
}
