package io.earlybrd.scraper.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.fetch.RefusedUrl;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S18")
class BoardUrlsTest {

    @ParameterizedTest
    @CsvSource({
        "https://boards.greenhouse.io/fjordbank, greenhouse, fjordbank",
        "https://boards.greenhouse.io/fjordbank/jobs/4012345?gh_src=x, greenhouse, fjordbank",
        "https://job-boards.greenhouse.io/fjordbank/, greenhouse, fjordbank",
        "https://job-boards.eu.greenhouse.io/fjordbank/jobs/4012345101, greenhouse, fjordbank",
        "https://boards.eu.greenhouse.io/fjordbank, greenhouse, fjordbank",
        "https://boards.greenhouse.io/embed/job_board/js?for=fjordbank, greenhouse, fjordbank",
        "https://job-boards.greenhouse.io/embed/job_board?for=fjordbank, greenhouse, fjordbank",
        "https://boards.eu.greenhouse.io/embed/job_board/js?for=fjordbank, greenhouse, fjordbank",
        "https://job-boards.eu.greenhouse.io/embed/job_app?for=fjordbank&token=4012345101, greenhouse, fjordbank",
        "https://boards.greenhouse.io/embed/job_app?token=4012345&for=fjordbank&b=1, greenhouse, fjordbank",
        "https://boards-api.greenhouse.io/v1/boards/fjordbank/jobs?content=true, greenhouse, fjordbank",
        "https://jobs.lever.co/Fjordbank?team=Engineering, lever, Fjordbank",
        "https://jobs.lever.co/fjordbank/0b6f2c1e-1111-4222-8333-944444444444/apply, lever, fjordbank",
        "https://jobs.eu.lever.co/fjordbank, lever-eu, fjordbank",
        "https://jobs.eu.lever.co/fjordbank/0b6f2c1e-1111-4222-8333-944444444444, lever-eu, fjordbank",
        "https://api.lever.co/v0/postings/fjordbank?mode=json&skip=0, lever, fjordbank",
        "https://api.eu.lever.co/v0/postings/fjordbank?mode=json, lever-eu, fjordbank",
        "https://jobs.ashbyhq.com/Fjord%20Bank, ashby, Fjord Bank",
        "https://jobs.ashbyhq.com/fjordbank/embed?version=2, ashby, fjordbank",
        "https://api.ashbyhq.com/posting-api/job-board/fjordbank, ashby, fjordbank",
        "https://apply.workable.com/fjordbank/?lng=en#jobs, workable, fjordbank",
        "https://apply.workable.com/fjordbank/j/0A1B2C3D4E/, workable, fjordbank",
        "https://apply.workable.com/api/v1/widget/accounts/fjordbank?details=true, workable, fjordbank",
        "https://fjordbank.workable.com/, workable, fjordbank",
        "https://careers.smartrecruiters.com/FjordBank, smartrecruiters, FjordBank",
        "https://jobs.smartrecruiters.com/FjordBank/743999700000000-engineer, smartrecruiters, FjordBank",
        "https://jobs.smartrecruiters.com/FjordBank, smartrecruiters, FjordBank",
        "https://api.smartrecruiters.com/v1/companies/FjordBank/postings?limit=100, smartrecruiters, FjordBank",
        "https://jobs.smartrecruiters.com/oneclick-ui/company/FjordBank/publication/1, smartrecruiters, FjordBank",
        "https://fjordbank.recruitee.com/o/engineer, recruitee, fjordbank",
        "https://fjordbank.recruitee.com/api/offers/, recruitee, fjordbank",
        "https://fjordbank.jobs.personio.de/job/1001, personio, fjordbank",
        "https://fjordbank.jobs.personio.com, personio, fjordbank",
        "https://fjordbank.jobs.personio.de/xml?language=en, personio, fjordbank",
        "https://fjordbank-jobs.personio.de, personio, fjordbank",
        "https://fjordbank.teamtailor.com/jobs, teamtailor, fjordbank.teamtailor.com",
        "https://fjordbank.teamtailor.com/jobs.json, teamtailor, fjordbank.teamtailor.com",
        "https://fjordbank.na.teamtailor.com/, teamtailor, fjordbank.na.teamtailor.com",
        "https://fjordbank.bamboohr.com/careers/42, bamboohr, fjordbank",
        "https://fjordbank.bamboohr.com/careers, bamboohr, fjordbank",
        "https://fjordbank.bamboohr.com/careers/list, bamboohr, fjordbank",
        "https://fjordbank.breezy.hr/, breezy, fjordbank",
        "https://fjordbank.breezy.hr/json, breezy, fjordbank",
        "https://fjordbank.breezy.hr/p/0a1b2c3d4e5f-engineer, breezy, fjordbank",
        "https://fjordbank.wd5.myworkdayjobs.com/External_Career?remoteType=1, workday, fjordbank.wd5/External_Career",
        "https://fjordbank.wd103.myworkdayjobs.com/en-US/Ext/job/Oslo/Engineer_R1, workday, fjordbank.wd103/Ext",
        "https://fjordbank.wd5.myworkdayjobs.com/wday/cxs/fjordbank/Ext/jobs, workday, fjordbank.wd5/Ext",
        "https://wd3.myworkdaysite.com/en-US/recruiting/fjordbank/Ext, workday, fjordbank.wd3/Ext",
        "https://remoteok.com/, remoteok, all",
        "https://remoteOK.com/remote-jobs/remote-engineer-fjordbank-1130000, remoteok, all",
        "https://remoteok.io/api, remoteok, all",
        "https://himalayas.app/companies/fjordbank/jobs/engineer, himalayas, all",
        "https://himalayas.app/jobs/api?limit=20, himalayas, all",
        "https://jobicy.com/jobs/4711-engineer, jobicy, all",
        "https://jobicy.com/?feed=job_feed, jobicy, all",
        "https://www.arbeitnow.com/jobs/companies/fjordbank/engineer, arbeitnow, all",
        "https://arbeitnow.com, arbeitnow, all",
        "https://news.ycombinator.com/user?id=whoishiring, hackernews, all",
        "https://news.ycombinator.com/submitted?id=whoishiring, hackernews, all"
    })
    void addressOfAProvider_namesTheBoard(String url, String provider, String board) {
        assertThat(BoardUrls.of(WebUrl.parse(url))).contains(FoundBoard.of(provider, board));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fjordbank.example/careers",
                "https://www.greenhouse.io/fjordbank",
                "https://boards.greenhouse.io/",
                "https://boards.greenhouse.io/embed/job_board/js",
                "https://boards.greenhouse.io.fjordbank.example/fjordbank",
                "https://fjordbank.example/?u=boards.greenhouse.io/fjordbank",
                "https://notboards.greenhouse.io/fjordbank",
                "https://jobs.lever.co/",
                "https://www.workable.com/jobs",
                "https://apply.workable.com/j/0A1B2C3D4E",
                "https://jobs.workable.com/view/1",
                "https://help.recruitee.com/en",
                "https://www.bamboohr.com/careers",
                "https://app.teamtailor.com/companies",
                "https://fjordbank.wd5.myworkdayjobs.com/",
                "https://fjordbank.wd5.myworkdayjobs.com/en-US",
                "https://personio.com/jobs",
                "https://remoteok.com.fjordbank.example/",
                "https://notremoteok.com/",
                "https://news.ycombinator.com/item?id=46466074",
                "https://news.ycombinator.com/user?id=whoishiring2"
            })
    void anyOtherAddress_namesNone(String url) {
        assertThat(BoardUrls.of(WebUrl.parse(url))).isEmpty();
    }

    /** The pages that recorded answers link to, where they are the provider's own. */
    @ParameterizedTest
    @CsvSource({
        "greenhouse, '{greenhouse,ats-reconstructed/greenhouse}/*.json', job-boards\\.greenhouse\\.io, 9",
        "lever, '{lever,ats-reconstructed/lever}/*.json', jobs\\.lever\\.co, 20",
        "ashby, '{ashby,ashby-boards,ats-reconstructed/ashby}/*.json', jobs\\.ashbyhq\\.com, 180",
        "smartrecruiters, '{smartrecruiters,ats-reconstructed/smartrecruiters}/*.json',"
                + " (?:jobs|api)\\.smartrecruiters\\.com, 16",
        "recruitee, ats-reconstructed/recruitee/*.json, [a-z]+\\.recruitee\\.com, 15",
        "teamtailor, teamtailor/*.json, career\\.teamtailor\\.com, 4",
        "himalayas, himalayas/*.json, himalayas\\.app, 8",
        "jobicy, jobicy/*.json, jobicy\\.com, 4",
        "remoteok, remoteok/*.json, remoteOK\\.com, 4"
    })
    void recordedPages_leadToTheirProvider(String provider, String glob, String host, int fewest) throws IOException {
        Pattern page = Pattern.compile("\"(https://" + host + "/[^\"\\\\]*)\\\\?\"");
        List<String> pages = new ArrayList<>();
        for (Path file : SharedData.files("jobs/" + glob)) {
            page.matcher(Files.readString(file)).results().forEach(found -> pages.add(found.group(1)));
        }

        assertThat(pages)
                .hasSizeGreaterThanOrEqualTo(fewest)
                .allSatisfy(url -> assertThat(found(url))
                        .hasValueSatisfying(
                                board -> assertThat(board.provider()).isEqualTo(provider)));
    }

    /** Lists of boards that others collected: each file is of one provider. */
    @ParameterizedTest
    @CsvSource({
        "greenhouse, job-boards.greenhouse.io",
        "lever, jobs.lever.co",
        "ashby, jobs.ashbyhq.com",
        "workable, apply.workable.com",
        "smartrecruiters, jobs.smartrecruiters.com"
    })
    void recordedBoards_areNamedByTheirPath(String provider, String host) throws IOException {
        Pattern form = Pattern.compile(
                ".*,https://" + Pattern.quote(host) + "/(?:oneclick-ui/company/)?([A-Za-z0-9_.-]{2,})(?:/[^,]*)?");
        List<String> lines = Files.readAllLines(SharedData.path("jobs/company-slugs/" + provider + "_companies.csv"));

        int named = 0;
        for (String line : lines) {
            Matcher board = form.matcher(line);
            if (board.matches()) {
                assertThat(BoardUrls.of(WebUrl.parse(line.substring(line.indexOf("https://")))))
                        .as(line)
                        .contains(FoundBoard.of(provider, board.group(1)));
                named++;
            }
        }
        assertThat(named).isGreaterThan(lines.size() * 9 / 10);
    }

    /** Careers pages of some nine hundred remote employers, many of which are boards of providers. */
    @Test
    void recordedCareersUrls_areNamedWhereTheyAreAProviders() throws IOException {
        // Given
        Pattern provider = Pattern.compile(
                "https?://[^/]*\\b(greenhouse\\.io|lever\\.co|ashbyhq\\.com|workable\\.com|smartrecruiters\\.com|recruitee\\.com"
                        + "|personio\\.de|teamtailor\\.com|bamboohr\\.com|breezy\\.hr|myworkdayjobs\\.com)/\\w.*");
        List<String> others = new ArrayList<>();
        List<String> named = new ArrayList<>();

        // When
        for (String line : Files.readAllLines(SharedData.path("jobs/company-lists/remote-jobs-companies.tsv"))) {
            String url = line.split("\t", -1)[2];
            Matcher host = provider.matcher(url);
            Optional<FoundBoard> found = found(url);
            if (host.matches()) {
                String name = host.group(1).replaceAll("hq\\.com|\\.\\w+$", "");
                assertThat(found)
                        .as(url)
                        .hasValueSatisfying(board -> assertThat(name).contains(board.provider()));
                named.add(url);
            } else {
                found.ifPresent(board -> others.add(url));
            }
        }

        // Then
        assertThat(named).hasSizeGreaterThanOrEqualTo(30);
        assertThat(others)
                .as("boards that stand in the host alone")
                .allMatch(url -> url.matches("https://[\\w-]+\\.(\\w+\\.)*(breezy\\.hr|recruitee\\.com|workable\\.com"
                        + "|personio\\.de|bamboohr\\.com)/?|https://remoteok\\.io/remote-companies/\\w+"));
    }

    private static Optional<FoundBoard> found(String url) {
        try {
            return BoardUrls.of(WebUrl.parse(url));
        } catch (RefusedUrl e) {
            return Optional.empty();
        }
    }
}
