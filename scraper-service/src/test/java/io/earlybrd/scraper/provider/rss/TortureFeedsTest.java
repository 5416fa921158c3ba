package io.earlybrd.scraper.provider.rss;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.testkit.MutableClock;
import io.earlybrd.testkit.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Feeds that were collected because they break readers: each is read, or is an outcome; nothing else. */
@Tag("S2")
class TortureFeedsTest {

    private static final URI ADDRESS = URI.create("https://feeds.example/torture.xml");
    private static final Board BOARD = new Board(ADDRESS.toString(), "Torture Inc.");
    private static final Pattern CONTENT_TYPE = Pattern.compile("(?i)Content-type:\\s*(\\S.*)");

    /** The expectations of simple texts and times of the first entry; the others are of what we do not read. */
    private static final Pattern EXPECTED = Pattern.compile(
            "Expect:\\s*(?:not bozo and )?entries\\[0]\\['(title|link|published_parsed)'] == u?(?:'((?:[^'\\\\])*)'|\\(([\\d, ]+)\\))\\s*$",
            Pattern.MULTILINE);

    /** Base64 went with Atom 0.3, and CDF was never a format of job boards. */
    private static final Pattern UNKNOWN = Pattern.compile("_base64|/cdf/");

    private final RssAdapter adapter = new RssAdapter(MutableClock.at(Instant.parse("2026-04-01T00:00:00Z")));

    @Test
    @Tag("S3")
    void everyFeed_isReadOrIsAnOutcome() throws IOException {
        for (String folder :
                List.of("feeds-feedparser", "feeds-rome", "uk-teaching-feeds", "neogov", "usajobs-xml", "html-pages")) {
            for (Path file : files(folder)) {
                Outcome outcome = read(Files.readAllBytes(file));

                assertThat(outcome.kind())
                        .as("%s %s", file, outcome.reason())
                        .isIn(Outcome.Kind.OK, Outcome.Kind.EMPTY, Outcome.Kind.PARTIAL, Outcome.Kind.CHANGED_SHAPE);
                assertThat(outcome.reason()).as(file.toString()).doesNotContain("own failure");
                assertThat(outcome.postings()).as(file.toString()).allSatisfy(TortureFeedsTest::usable);
            }
        }
    }

    @Test
    void wellFormedFeeds_sayWhatTheyWereWrittenToSay() throws IOException {
        // Given
        List<String> wrong = new ArrayList<>();
        int checked = 0;

        // When
        for (Path file : files("feeds-feedparser")) {
            byte[] bytes = Files.readAllBytes(file);
            Matcher expected = EXPECTED.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            if (expected.find() && !UNKNOWN.matcher(file.toString()).find()) {
                checked++;
                String said = said(bytes, expected.group(1));
                if (!said.equals(expected(expected))) {
                    wrong.add(file.getFileName() + " says " + said + ", expected " + expected(expected));
                }
            }
        }

        // Then
        assertThat(checked).isGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    @Test
    @Tag("T31")
    void teachingFeedsThatAreNoFeeds_areOfAnotherShape() throws IOException {
        for (Path file : SharedData.files("jobs/uk-teaching-feeds/*broadbean*.xml")) {
            assertThat(read(Files.readAllBytes(file)).kind()).isEqualTo(Outcome.Kind.CHANGED_SHAPE);
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (var files = Files.walk(SharedData.path("jobs/" + folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Outcome read(byte[] feed) throws IOException {
        return adapter.read(BOARD, answer(feed));
    }

    private static Answer answer(byte[] feed) {
        Matcher type = CONTENT_TYPE.matcher(new String(feed, StandardCharsets.ISO_8859_1));
        return new Answer(ADDRESS, type.find() ? type.group(1).strip() : null, new ByteArrayInputStream(feed));
    }

    /** What the posting says that the first entry makes, with the least that it needs beside. */
    private static String said(byte[] bytes, String what) throws IOException {
        Answer answer = answer(bytes);
        SyndFeed feed;
        try (InputStream body = answer.body()) {
            feed = RssAdapter.parse(answer, body);
        }
        SyndEntry entry = feed.getEntries().get(0);
        if (entry.getTitle() == null) {
            entry.setTitle("Title");
        }
        if (entry.getLink() == null) {
            entry.setLink(ADDRESS.toString());
        }
        Posting posting = new FeedItem(BOARD, feed, answer, entry, "").posting();
        return switch (what) {
            case "title" -> posting.title();
            case "link" -> posting.url().toString();
            default -> String.valueOf(posting.postedAt());
        };
    }

    private static String expected(Matcher expected) {
        if (expected.group(3) == null) {
            String text = expected.group(2);
            return text.contains("</") ? Jsoup.parseBodyFragment(text).text() : text;
        }
        int[] time = Arrays.stream(expected.group(3).split(",\\s*"))
                .mapToInt(Integer::parseInt)
                .toArray();
        return LocalDateTime.of(time[0], time[1], time[2], time[3], time[4], time[5])
                .toInstant(ZoneOffset.UTC)
                .toString();
    }

    private static void usable(Posting posting) {
        assertThat(posting.title()).isNotBlank();
        assertThat(posting.company()).isNotBlank();
        assertThat(posting.url().isAbsolute()).isTrue();
    }
}
