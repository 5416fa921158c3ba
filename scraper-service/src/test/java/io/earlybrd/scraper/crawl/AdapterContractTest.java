package io.earlybrd.scraper.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.fetch.Body;
import io.earlybrd.scraper.fetch.FetchFailure;
import io.earlybrd.scraper.fetch.FetchedPage;
import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Outcome.Kind;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.PostingDraft;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.provider.arbeitnow.ArbeitnowAdapter;
import io.earlybrd.scraper.provider.ashby.AshbyAdapter;
import io.earlybrd.scraper.provider.bamboohr.BambooHrAdapter;
import io.earlybrd.scraper.provider.breezy.BreezyAdapter;
import io.earlybrd.scraper.provider.greenhouse.GreenhouseAdapter;
import io.earlybrd.scraper.provider.hackernews.HackerNewsAdapter;
import io.earlybrd.scraper.provider.himalayas.HimalayasAdapter;
import io.earlybrd.scraper.provider.jobicy.JobicyAdapter;
import io.earlybrd.scraper.provider.jobposting.JobPostingAdapter;
import io.earlybrd.scraper.provider.lever.LeverAdapter;
import io.earlybrd.scraper.provider.personio.PersonioAdapter;
import io.earlybrd.scraper.provider.recruitee.RecruiteeAdapter;
import io.earlybrd.scraper.provider.remoteok.RemoteOkAdapter;
import io.earlybrd.scraper.provider.rss.RssAdapter;
import io.earlybrd.scraper.provider.smartrecruiters.SmartRecruitersAdapter;
import io.earlybrd.scraper.provider.teamtailor.TeamtailorAdapter;
import io.earlybrd.scraper.provider.workable.WorkableAdapter;
import io.earlybrd.scraper.provider.workday.WorkdayAdapter;
import io.earlybrd.scraper.testing.Fixture;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every adapter must make of the answers that boards give on bad days. A new adapter adds its cases here. */
@Tag("S3")
@Tag("S5")
class AdapterContractTest {

    private static final String CHALLENGE = """
            <!DOCTYPE html><html><head><title>Just a moment...</title></head>
            <body><script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script></body></html>""";
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Careers</title></head><body>We moved</body></html>";

    private static final Posting LISTED = new PostingDraft("id-1")
            .title("Title")
            .company("Company")
            .url("https://board.example/1")
            .posting();

    /** An adapter with a good list, a list of no jobs, and an answer of another shape. */
    private record Case(Adapter adapter, String board, String list, String empty, String otherShape) {

        Case(Adapter adapter, String list, String empty, String otherShape) {
            this(adapter, "board", list, empty, otherShape);
        }

        Outcome read(int status, String body) {
            return read(new Validators("W/\"1\"", null), status, body);
        }

        Outcome read(Validators shown, int status, String body) {
            return AnswerReader.read(adapter, new Board(board, "Company"), shown, page(status, body));
        }

        @Override
        public String toString() {
            return adapter.provider();
        }
    }

    /** An adapter with good details of a listing. */
    private record DetailsCase(Adapter adapter, String board, String details) {

        Outcome read(int status, String body) {
            BoardRequest asked = new BoardRequest(URI.create("https://board.example/1"), "application/json", 1 << 20);
            Stub stub = new Stub("id-1", "revision", asked, LISTED);
            return AnswerReader.readDetails(adapter, new Board(board, "Company"), stub, page(status, body));
        }

        @Override
        public String toString() {
            return adapter.provider();
        }
    }

    private static FetchedPage page(int status, String body) {
        return new FetchedPage(
                WebUrl.parse("https://board.example/list"),
                status,
                null,
                Validators.NONE,
                status == 429 ? Duration.ofSeconds(120) : null,
                null,
                Body.inMemory(List.of(Buffer.buffer(body)), false, 1 << 20));
    }

    static Stream<Case> adapters() {
        URI base = URI.create("https://board.example");
        return Stream.of(
                new Case(
                        new GreenhouseAdapter(base),
                        Fixture.text("greenhouse.json"),
                        "{\"jobs\":[],\"meta\":{\"total\":0}}",
                        "{\"error\":\"unknown\",\"positions\":[]}"),
                new Case(new LeverAdapter(base), Fixture.text("lever.json"), "[]", "{\"postings\":[]}"),
                new Case(
                        new AshbyAdapter(base),
                        Fixture.text("ashby.json"),
                        "{\"jobs\":[],\"apiVersion\":\"1\"}",
                        "{\"jobs\":null,\"apiVersion\":\"2\"}"),
                new Case(
                        new WorkableAdapter(base),
                        Fixture.text("workable.json"),
                        "{\"name\":\"Company\",\"jobs\":[]}",
                        "{\"name\":\"Company\",\"results\":[]}"),
                new Case(
                        new SmartRecruitersAdapter(base),
                        Fixture.text("smartrecruiters.json"),
                        "{\"offset\":0,\"limit\":100,\"totalFound\":0,\"content\":[]}",
                        "{\"offset\":0,\"limit\":100,\"content\":[]}"),
                new Case(
                        new RecruiteeAdapter(base.toString()),
                        Fixture.text("recruitee.json"),
                        "{\"offers\":[]}",
                        "{\"offers\":{}}"),
                new Case(
                        new PersonioAdapter(base.toString()),
                        Fixture.text("personio.xml"),
                        "<workzag-jobs></workzag-jobs>",
                        "<jobs><position><id>1</id></position></jobs>"),
                new Case(
                        new BambooHrAdapter(base.toString()),
                        Fixture.text("bamboohr.json"),
                        "{\"meta\":{\"totalCount\":0},\"result\":[]}",
                        "{\"meta\":{\"totalCount\":0},\"result\":{}}"),
                new Case(new BreezyAdapter(base.toString()), Fixture.text("breezy.json"), "[]", "{\"positions\":[]}"),
                new Case(
                        new TeamtailorAdapter(base.toString()),
                        Fixture.text("teamtailor.json"),
                        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"t\",\"items\":[]}",
                        "{\"jobs\":[]}"),
                new Case(
                        new WorkdayAdapter(base.toString(), Clock.systemUTC()),
                        "tenant.wd5/Site",
                        Fixture.text("workday.json"),
                        "{\"total\":0,\"jobPostings\":[]}",
                        "{\"errorCode\":\"HTTP_422\"}"),
                new Case(
                        new RssAdapter(Clock.systemUTC()),
                        Fixture.text("rss.xml"),
                        "<rss version=\"2.0\"><channel><title>t</title><link>https://a.example</link></channel></rss>",
                        "<urlset><url/></urlset>"),
                new Case(
                        new JobPostingAdapter(Clock.systemUTC()),
                        Fixture.text("jobposting.html"),
                        "<urlset></urlset>",
                        "<html><body><script type=\"application/ld+json\">{\"@type\": \"JobPosting\"</script></body></html>"),
                new Case(
                        new RssAdapter(Clock.systemUTC()),
                        Fixture.text("feed.json"),
                        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}",
                        "{\"jobs\":[]}"),
                new Case(new RemoteOkAdapter(base), Fixture.text("remoteok.json"), "[]", "{\"jobs\":[]}"),
                new Case(new ArbeitnowAdapter(base), Fixture.text("arbeitnow.json"), "{\"data\":[]}", "{\"jobs\":[]}"),
                new Case(
                        new HimalayasAdapter(base, Clock.systemUTC()),
                        Fixture.text("himalayas.json"),
                        "{\"jobs\":[]}",
                        "{\"data\":[]}"),
                new Case(new JobicyAdapter(base), Fixture.text("jobicy.json"), "{\"jobs\":[]}", "{\"success\":false}"),
                new Case(
                        new HackerNewsAdapter(base),
                        Fixture.text("hackernews.json"),
                        "{\"hits\":[]}",
                        "{\"message\":\"no\"}"));
    }

    static Stream<DetailsCase> adaptersWithDetails() {
        URI base = URI.create("https://board.example");
        return Stream.of(
                new DetailsCase(
                        new SmartRecruitersAdapter(base), "board", Fixture.text("smartrecruiters-details.json")),
                new DetailsCase(new BambooHrAdapter(base.toString()), "board", Fixture.text("bamboohr-details.json")),
                new DetailsCase(new BreezyAdapter(base.toString()), "board", Fixture.text("breezy-page.html")),
                new DetailsCase(
                        new WorkdayAdapter(base.toString(), Clock.systemUTC()),
                        "tenant.wd5/Site",
                        Fixture.text("workday-details.json")));
    }

    static Stream<Arguments> answersWithDetails() {
        return adaptersWithDetails()
                .flatMap(adapter -> Stream.of(
                        Arguments.of(adapter, 200, adapter.details(), Kind.OK),
                        Arguments.of(adapter, 304, "", Kind.UNREACHABLE),
                        Arguments.of(adapter, 403, CHALLENGE, Kind.BLOCKED),
                        Arguments.of(adapter, 429, "", Kind.BLOCKED),
                        Arguments.of(adapter, 200, CHALLENGE, Kind.BLOCKED),
                        Arguments.of(adapter, 404, PAGE, Kind.GONE),
                        Arguments.of(adapter, 410, "", Kind.GONE),
                        Arguments.of(adapter, 503, "", Kind.UNREACHABLE),
                        Arguments.of(adapter, 200, PAGE, Kind.CHANGED_SHAPE),
                        Arguments.of(adapter, 200, "", Kind.CHANGED_SHAPE),
                        Arguments.of(adapter, 200, "null", Kind.CHANGED_SHAPE),
                        Arguments.of(adapter, 200, "[]", Kind.CHANGED_SHAPE),
                        Arguments.of(adapter, 200, "{}", Kind.CHANGED_SHAPE)));
    }

    static Stream<Arguments> answers() {
        return adapters()
                .flatMap(adapter -> Stream.of(
                        Arguments.of(adapter, 200, adapter.list(), Kind.OK),
                        Arguments.of(adapter, 200, adapter.empty(), Kind.EMPTY),
                        Arguments.of(adapter, 304, "", Kind.NOT_MODIFIED),
                        Arguments.of(adapter, 401, "", Kind.BLOCKED),
                        Arguments.of(adapter, 403, "{}", Kind.BLOCKED),
                        Arguments.of(adapter, 403, CHALLENGE, Kind.BLOCKED),
                        Arguments.of(adapter, 429, "", Kind.BLOCKED),
                        Arguments.of(adapter, 503, CHALLENGE, Kind.BLOCKED),
                        Arguments.of(adapter, 200, CHALLENGE, Kind.BLOCKED),
                        Arguments.of(adapter, 404, PAGE, Kind.GONE),
                        Arguments.of(adapter, 410, "", Kind.GONE),
                        Arguments.of(adapter, 500, "", Kind.UNREACHABLE),
                        Arguments.of(adapter, 503, "", Kind.UNREACHABLE),
                        Arguments.of(adapter, 200, PAGE, Kind.CHANGED_SHAPE),
                        Arguments.of(adapter, 200, "", Kind.CHANGED_SHAPE),
                        Arguments.of(adapter, 204, "", Kind.CHANGED_SHAPE),
                        Arguments.of(adapter, 200, "null", Kind.CHANGED_SHAPE),
                        Arguments.of(adapter, 200, "42", Kind.CHANGED_SHAPE),
                        Arguments.of(adapter, 200, adapter.otherShape(), Kind.CHANGED_SHAPE),
                        Arguments.of(adapter, 400, "{\"error\":\"no\"}", Kind.CHANGED_SHAPE)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answer_isTheRightOutcome(Case adapter, int status, String body, Kind expected) {
        assertThat(adapter.read(status, body).kind()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void listThatBreaksOffAnywhere_isNeverTakenForWhole(Case adapter) {
        String list = adapter.list().strip();

        for (int length = 0; length < list.length(); length += 7) {
            Outcome outcome = adapter.read(200, list.substring(0, length));

            assertThat(outcome.kind()).as("cut after %d", length).isIn(Kind.PARTIAL, Kind.CHANGED_SHAPE);
            assertThat(outcome.wholeList()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("answersWithDetails")
    void answerWithDetails_isTheRightOutcome(DetailsCase adapter, int status, String body, Kind expected) {
        assertThat(adapter.read(status, body).kind()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("adaptersWithDetails")
    void detailsThatBreakOffAnywhere_areNone(DetailsCase adapter) {
        String details = adapter.details().strip();

        for (int length = 0; length < details.length(); length += 7) {
            assertThat(adapter.read(200, details.substring(0, length)).kind())
                    .as("cut after %d", length)
                    .isEqualTo(Kind.CHANGED_SHAPE);
        }
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void unchangedAnswerToWhoHasShownNothing_isAFailure(Case adapter) {
        assertThat(adapter.read(Validators.NONE, 304, "").kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void refusalForAWhile_saysForHowLong(Case adapter) {
        assertThat(adapter.read(429, "").retryAfter()).isEqualTo(Duration.ofSeconds(120));
    }

    @ParameterizedTest
    @EnumSource(FetchFailure.Kind.class)
    void missingAnswer_isUnreachableUnlessRobotsForbid(FetchFailure.Kind kind) {
        Kind expected = kind == FetchFailure.Kind.DISALLOWED ? Kind.BLOCKED : Kind.UNREACHABLE;

        assertThat(AnswerReader.of(new FetchFailure(kind, "why")).kind()).isEqualTo(expected);
    }
}
