package io.earlybrd.scraper.provider.rss;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.PostingDraft;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** One item of a feed. Beside the standard it reads the elements that job feeds commonly add: company, location, region, type. */
record FeedItem(Board board, SyndFeed feed, Answer answer, SyndEntry entry) {

    private static final String WE_WORK_REMOTELY = "weworkremotely.com";

    Posting posting() {
        Heading heading = heading();
        return new PostingDraft(text(entry.getUri()).isBlank() ? link() : entry.getUri())
                .title(heading.title())
                .company(heading.company())
                .company(added("company"))
                .company(text(board.company()))
                .company(text(feed.getTitle()))
                .places(added("location"))
                .places(added("region"))
                .workplace(fromWeWorkRemotely() ? Workplace.REMOTE : null)
                .employmentType(EmploymentType.stated(added("type")))
                .employmentType(EmploymentType.stated(added("job_type")))
                .html(longestText())
                .url(link())
                .postedAt(instant(entry.getPublishedDate()))
                .posting();
    }

    /** {@code "Company: Title"}, where it is known that the first is the company; else a colon is part of the title. */
    private Heading heading() {
        String title = text(entry.getTitle());
        int colon = title.indexOf(": ");
        return colon > 0 && isCompany(title.substring(0, colon).strip())
                ? new Heading(title.substring(0, colon), title.substring(colon + 2))
                : new Heading("", title);
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
        String link = text(entry.getLink()).strip();
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
        return texts.map(content -> text(content.getValue()))
                .reduce("", (longest, next) -> next.length() > longest.length() ? next : longest);
    }

    private String added(String name) {
        return entry.getForeignMarkup().stream()
                .filter(element -> element.getName().equals(name))
                .map(Element::getTextNormalize)
                .findFirst()
                .orElse("");
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private record Heading(String company, String title) {}
}
