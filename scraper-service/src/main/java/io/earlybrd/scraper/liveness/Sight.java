package io.earlybrd.scraper.liveness;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.fetch.BotWall;
import io.earlybrd.scraper.fetch.FetchFailure;
import io.earlybrd.scraper.fetch.FetchedPage;
import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.UnexpectedShape;
import io.earlybrd.scraper.provider.jobposting.JobPage;
import io.earlybrd.scraper.provider.jobposting.JobPostingReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one look at the page of a posting has shown.
 *
 * @param validators to show with the next look; none unless the page is there
 * @param endsAt end of the job as the page states it; null if it states none
 * @param retryAfter how long the site asks to be left alone; null if it does not ask
 */
record Sight(
        Kind kind,
        Validators validators,
        @Nullable Instant endsAt,
        @Nullable Duration retryAfter) {

    /** What can be seen; their names in lower case are the words in metrics. */
    enum Kind {
        /** The page is there. */
        OPEN,
        /** The page is there, and says that the job is over. */
        OVER,
        /** There is no such page. */
        GONE,
        /** The site leads to the page above it, as many do from a job that is over, and some from any job for a while. */
        LED_UP,
        /** Nothing that says anything about the job: a refusal, a failure, another page. */
        SILENT
    }

    private static final byte[] END = "validThrough".getBytes(StandardCharsets.US_ASCII);

    /** No page came. */
    static Sight of(FetchFailure failure) {
        return silent(failure.retryAfter());
    }

    /**
     * A page came, of any status.
     *
     * @param asked where it was asked for
     * @param before what is known of it
     */
    static Sight of(FetchedPage page, WebUrl asked, Look before, Instant now) {
        int status = page.status();
        if (BotWall.recognises(page)) {
            return silent(page.retryAfter());
        }
        if (status == 404 || status == 410) {
            return new Sight(Kind.GONE, Validators.NONE, null, null);
        }
        if (status == 304 && before.validators().any()) {
            return there(before.validators(), before.endsAt(), now);
        }
        if (status < 200 || status >= 300) {
            return silent(page.retryAfter());
        }
        if (above(asked, page.url())) {
            // Its front page, or another site's, is where whoever is not wanted is led from everywhere.
            boolean ownList =
                    asked.host().equals(page.url().host()) && !path(page.url()).equals("/");
            return ownList ? new Sight(Kind.LED_UP, Validators.NONE, null, null) : silent(null);
        }
        try {
            return there(page.validators(), end(page), now);
        } catch (IOException | UnexpectedShape e) {
            return silent(null);
        }
    }

    /** Whether the page is not there, as far as the site is to be believed. */
    boolean missed() {
        return kind == Kind.GONE || kind == Kind.LED_UP;
    }

    /** Whether the page is there, whatever it says. */
    boolean found() {
        return kind == Kind.OPEN || kind == Kind.OVER;
    }

    private static Sight there(Validators validators, @Nullable Instant endsAt, Instant now) {
        boolean over = endsAt != null && endsAt.isBefore(now);
        return new Sight(over ? Kind.OVER : Kind.OPEN, validators, endsAt, null);
    }

    private static Sight silent(@Nullable Duration retryAfter) {
        return new Sight(Kind.SILENT, Validators.NONE, null, retryAfter);
    }

    private static boolean above(WebUrl asked, WebUrl led) {
        String from = path(asked);
        String to = path(led);
        return from.length() > to.length() && from.startsWith(to);
    }

    private static String path(WebUrl url) {
        return url.uri().getRawPath().replaceFirst("/+$", "") + "/";
    }

    /** The last end that the jobs on it state, if each of them does. A page without any is not taken apart, which costs memory. */
    private static @Nullable Instant end(FetchedPage page) throws IOException {
        byte[] bytes;
        try (InputStream body = page.body().open()) {
            bytes = body.readAllBytes();
        }
        if (!contains(bytes, END)) {
            return null;
        }
        Answer answer = new Answer(page.url().uri(), page.contentType(), new ByteArrayInputStream(bytes));
        List<JsonNode> postings = JobPage.parse(answer, answer.body()).postings();
        List<Instant> ends = postings.stream()
                .map(JobPostingReader::end)
                .filter(Objects::nonNull)
                .toList();
        return ends.size() < postings.size()
                ? null
                : ends.stream().max(Comparator.naturalOrder()).orElse(null);
    }

    private static boolean contains(byte[] text, byte[] part) {
        for (int start = 0; start <= text.length - part.length; start++) {
            int matching = 0;
            while (matching < part.length && text[start + matching] == part[matching]) {
                matching++;
            }
            if (matching == part.length) {
                return true;
            }
        }
        return false;
    }
}
