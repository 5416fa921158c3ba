package io.earlybrd.scraper.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("S18")
class CareersPageTest {

    private static final String PAGE = "https://www.fjordbank.example/careers";

    /** What employers paste into their own pages, by provider. */
    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of(
                        "greenhouse",
                        "fjordbank",
                        "<div id='grnhse_app'></div><script src='https://boards.greenhouse.io/embed/job_board/js?for=fjordbank'></script>"),
                Arguments.of(
                        "greenhouse",
                        "fjordbank",
                        "<script>window.__DATA__={\"jobs\":\"https:\\/\\/boards-api.greenhouse.io\\/v1\\/boards\\/fjordbank\\/jobs\"}</script>"),
                Arguments.of(
                        "lever", "fjordbank", "<script>window.leverJobsOptions = {accountName: 'fjordbank'}</script>"),
                Arguments.of(
                        "lever-eu",
                        "fjordbank",
                        "<a href='https://jobs.eu.lever.co/fjordbank/1'>A</a><a href='https://jobs.eu.lever.co/fjordbank/2'>B</a>"),
                Arguments.of(
                        "ashby",
                        "fjordbank",
                        "<div id='ashby_embed'></div><script src='https://jobs.ashbyhq.com/fjordbank/embed'></script>"),
                Arguments.of("workable", "fjordbank", "<a href='//apply.workable.com/fjordbank/'>Open roles</a>"),
                Arguments.of(
                        "smartrecruiters",
                        "FjordBank",
                        "<a href='https://careers.smartrecruiters.com/FjordBank'>See our jobs</a>"),
                Arguments.of("recruitee", "fjordbank", "<iframe src='https://fjordbank.recruitee.com/'></iframe>"),
                Arguments.of("personio", "fjordbank", "<iframe src='https://fjordbank.jobs.personio.de/'></iframe>"),
                Arguments.of(
                        "bamboohr",
                        "fjordbank",
                        "<div id='BambooHR'></div><script src='https://fjordbank.bamboohr.com/js/embed.js'></script>"),
                Arguments.of("breezy", "fjordbank", "<a href='https://fjordbank.breezy.hr/p/1-engineer'>Engineer</a>"),
                Arguments.of(
                        "workday",
                        "fjordbank.wd3/Ext",
                        "<a href='https://fjordbank.wd3.myworkdayjobs.com/en-US/Ext'>Search jobs</a>"),
                Arguments.of(
                        "teamtailor",
                        "www.fjordbank.example",
                        "<link rel='stylesheet' href='https://assets-aws.teamtailor-cdn.com/assets/site.css'>"),
                Arguments.of(
                        "rss",
                        "https://www.fjordbank.example/jobs.rss",
                        "<link rel='alternate' type='application/rss+xml' href='/jobs.rss'>"),
                Arguments.of(
                        "rss",
                        "https://www.fjordbank.example/feed.json",
                        "<link rel='alternate' type='application/feed+json' title='Open positions' href='/feed.json'>"),
                Arguments.of(
                        "jobposting",
                        PAGE,
                        "<script type='application/ld+json'>{\"@graph\":[{\"@type\": \"JobPosting\",\"title\":\"A\"}]}</script>"),
                Arguments.of(
                        "jobposting",
                        PAGE,
                        "<div itemscope itemtype='https://schema.org/JobPosting'><b itemprop='title'>A</b></div>"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageOfAnEmployer_namesTheirBoard(String provider, String board, String body) {
        assertThat(board(body)).contains(FoundBoard.of(provider, board));
    }

    @Test
    void threadOfHackerNews_isToldByItsTitle() {
        assertThat(thread("Ask HN: Who is hiring? (November 2026) | Hacker News"))
                .contains(FoundBoard.of("hackernews", "all"));
        assertThat(thread("Ask HN: Who wants to be hired? (November 2026) | Hacker News"))
                .isEmpty();
    }

    private static Optional<FoundBoard> thread(String title) {
        WebUrl url = WebUrl.parse("https://news.ycombinator.com/item?id=46466074");
        return new CareersPage(Jsoup.parse("<title>" + title + "</title><p>A job"), url).board();
    }

    @Test
    void employersName_isRead() {
        assertThat(board("<meta property='og:site_name' content=' Fjord  Bank '>"
                        + "<a href='https://jobs.lever.co/fjordbank'>Jobs</a>"))
                .contains(new FoundBoard("lever", "fjordbank", "Fjord Bank"));
    }

    @Test
    void pageThatListsEmployers_hasNoBoardOfItsOwn() {
        assertThat(board("<a href='https://jobs.lever.co/fjordbank'>Fjordbank</a>"
                        + "<a href='https://jobs.lever.co/tallship'>Tall Ship</a>"))
                .isEmpty();
    }

    @Test
    void embeddedBoard_countsMoreThanLinksToOthers() {
        assertThat(board("<a href='https://jobs.lever.co/tallship'>A customer of ours</a>"
                        + "<a href='https://jobs.lever.co/tallship/2'>A customer of ours</a>"
                        + "<script src='https://jobs.ashbyhq.com/fjordbank/embed'></script>"))
                .contains(FoundBoard.of("ashby", "fjordbank"));
    }

    @Test
    void feedOfABlog_isNoSourceOfJobs() {
        assertThat(board("<link rel='alternate' type='application/rss+xml' title='Fjordbank » Feed' href='/feed/'>"
                        + "<link rel='alternate' type='application/json' href='/wp-json/wp/v2/pages/1'>"))
                .isEmpty();
    }

    @Test
    void recordedPagesOfEmployersWithoutABoard_nameNone() throws IOException {
        List<Path> pages = SharedData.files("jobs/html-pages/company-*.html");

        assertThat(pages)
                .hasSizeGreaterThan(10)
                .allSatisfy(page -> assertThat(recorded(page)).isEmpty());
    }

    @Test
    void recordedPagesWithMarkedUpJobs_areSources() throws IOException {
        List<Path> pages = SharedData.files("jobs/jsonld-pages/ats-*.html");

        assertThat(pages)
                .hasSizeGreaterThan(2)
                .allSatisfy(page -> assertThat(recorded(page))
                        .hasValueSatisfying(
                                board -> assertThat(board.provider()).isEqualTo("jobposting")));
    }

    private static Optional<FoundBoard> recorded(Path page) throws IOException {
        return new CareersPage(Jsoup.parse(page.toFile(), "UTF-8", PAGE), WebUrl.parse(PAGE)).board();
    }

    private static Optional<FoundBoard> board(String body) {
        return new CareersPage(Jsoup.parse("<html><body>" + body, PAGE), WebUrl.parse(PAGE)).board();
    }
}
