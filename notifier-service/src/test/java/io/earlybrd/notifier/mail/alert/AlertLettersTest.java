package io.earlybrd.notifier.mail.alert;

import static io.earlybrd.notifier.testing.Entries.NOW;
import static io.earlybrd.notifier.testing.Entries.alert;
import static io.earlybrd.notifier.testing.Entries.alice;
import static io.earlybrd.notifier.testing.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Attribution;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.Place;
import io.earlybrd.events.Repost;
import io.earlybrd.notifier.gate.Recipient.Alert;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.mail.Letter;
import io.earlybrd.notifier.testing.Cast;
import io.earlybrd.notifier.testing.ServiceTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ServiceTest
class AlertLettersTest {

    @Inject
    AlertLetters letters;

    private final Alert berlin = alert("Platform engineer, Berlin or remote", "instant");
    private final Alert staff = alert("Staff SRE", "daily");

    @Test
    void oneJob_isTheSubjectAndTheHeading() throws IOException {
        Letter letter = write(List.of(entry("a", berlin)), berlin);

        assertThat(letter.subject()).isEqualTo("Platform Engineer at Fjordbank, Berlin");
        assertThat(letter.html()).contains(">Platform Engineer</h1>").contains("€82,000 to €96,000 a year");
        keep("instant", letter);
    }

    @Test
    void severalJobs_areCountedInTheSubject() throws IOException {
        List<LedgerEntry> entries = List.of(entry("a", staff), entry("b", staff), entry("c", staff));

        Letter letter = write(entries, staff);

        assertThat(letter.subject()).isEqualTo("3 new jobs for “Staff SRE”");
        assertThat(letter.text()).contains("3. Platform Engineer").contains("It mails once a day.");
        keep("several", letter);
    }

    @Test
    @Tag("N2")
    void jobOfTwoAlerts_saysWhyForEach() throws IOException {
        Letter letter = write(List.of(entry("a", berlin, staff), entry("b", berlin)), berlin, staff);

        assertThat(letter.subject()).isEqualTo("2 new jobs for “Platform engineer, Berlin or remote” and 1 more alert");
        assertThat(letter.text())
                .contains("Matched for “Platform engineer, Berlin or remote”: title \"platform engineer\"")
                .contains("Matched for “Staff SRE”: title \"platform engineer\"");
        assertThat(letter.text().lines().filter(line -> line.endsWith(". Platform Engineer")))
                .hasSize(2);
        keep("two-alerts", letter);
    }

    @Test
    @Tag("S9")
    void jobThatWasPostedLongBeforeItWasFound_showsBothDates() {
        Letter letter = write(
                List.of(entry(
                        "a", Cast.job("Platform Engineer", "Fjordbank", NOW.minus(Duration.ofDays(40))), NOW, berlin)),
                berlin);

        assertThat(letter.html()).contains("Posted 14 Oct · found 10:06 · sent 10:06 Europe/Berlin");
        assertThat(letter.text()).contains("Posted 14 Oct | found 10:06 | sent 10:06 Europe/Berlin");
    }

    @Test
    @Tag("S15")
    void jobThatIsListedAgainAndAgainForLong_saysSoInOneLineOfFacts() throws IOException {
        JobSummary relisted = Cast.relisted(5, NOW.minus(Duration.ofDays(240)));

        Letter letter = write(List.of(entry("a", relisted, NOW, berlin)), berlin);

        assertThat(letter.html()).containsOnlyOnce(">Open 240 days, listed 6 times</p>");
        assertThat(letter.text().lines()).containsOnlyOnce("Open 240 days, listed 6 times");
        keep("evergreen", letter);
    }

    @Test
    @Tag("S15")
    void jobWithOneSignalOnly_saysNothingOfItsHistory() {
        JobSummary relistedSoon = Cast.relisted(5, NOW.minus(Duration.ofDays(60)));
        JobSummary postedLongAgo = Cast.job("Platform Engineer", "Fjordbank", NOW.minus(Duration.ofDays(240)));

        Letter letter =
                write(List.of(entry("a", relistedSoon, NOW, berlin), entry("b", postedLongAgo, NOW, berlin)), berlin);

        assertThat(letter.html()).doesNotContain("Open 60", "Open 240", "listed");
        assertThat(letter.text()).doesNotContain("Open 60", "Open 240", "listed ");
    }

    @Test
    @Tag("N16")
    void links_goToTheEmployerAndNothingIsLoaded() {
        LedgerEntry entry = entry("a", berlin);

        Letter letter = write(List.of(entry), berlin);

        assertThat(letter.html()).contains("href=\"" + entry.job().url() + "\"");
        assertThat(letter.html()).doesNotContain("<img").doesNotContain("src=").doesNotContain("url(");
        assertThat(letter.text()).contains(entry.job().url().toString());
    }

    @Test
    @Tag("N5")
    void headers_letTheRecipientStopWithOneClick() {
        Letter letter = write(List.of(entry("a", berlin)), berlin);

        assertThat(letter.headers().get("List-Unsubscribe")).matches("<http://localhost:8080/u/[\\w-]+>");
        assertThat(letter.headers())
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .containsEntry("List-Id", "EarlyBrd alerts <alerts.mail.test>")
                .containsEntry("Feedback-ID", "alerts:trial:earlybrd:mail.test");
        assertThat(letter.from()).hasToString("EarlyBrd <alerts@mail.test>");
    }

    @Test
    void textPart_hasAllLinksAndShortLines() {
        Letter letter = write(List.of(entry("a", berlin, staff), entry("b", staff)), berlin, staff);

        assertThat(letter.text().lines())
                .filteredOn(line -> !line.startsWith("http"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(78));
        List<String> links = Stream.of(letter.html().split("href=\""))
                .skip(1)
                .map(part -> part.substring(0, part.indexOf('"')))
                .toList();
        assertThat(links)
                .hasSizeGreaterThan(6)
                .allSatisfy(link -> assertThat(letter.text()).contains(link));
    }

    @Test
    @Tag("N21")
    void hostileJob_isInert() {
        JobSummary hostile = Cast.job(
                "<script>alert(1)</script>\r\nBcc: all@post.example\u202E", "\"><img src=x onerror=y>{job.link}", NOW);

        Letter letter = write(List.of(entry("a", hostile, NOW, berlin)), berlin);

        assertThat(letter.html()).doesNotContain("<script").doesNotContain("<img");
        assertThat(letter.html()).contains("&lt;script&gt;alert(1)&lt;/script&gt; Bcc: all@post.example</h1>");
        assertThat(letter.subject()).doesNotContain("\r").doesNotContain("\n").doesNotContain("\u202E");
    }

    @Test
    @Tag("N21")
    void addressThatIsNoLink_isLeftOut() {
        JobSummary job = withUrl(Cast.job("Engineer", "Fjordbank", NOW), URI.create("javascript:alert(1)"));

        Letter letter = write(List.of(entry("a", job, NOW, berlin)), berlin);

        assertThat(letter.html()).doesNotContain("javascript:").doesNotContain("Open at");
    }

    @Test
    @Tag("N1")
    void fullMail_staysBelowWhatGmailClips() {
        // Given: long everything, of letters that grow when they are escaped or encoded.
        int size = JobSize.ofHtml(entry("a", longJob(10), NOW, berlin, staff));
        List<LedgerEntry> entries = IntStream.range(0, 85_000 / size)
                .mapToObj(i -> entry("job-" + i, longJob(10 + i), NOW, berlin, staff))
                .toList();

        // When
        Letter letter = write(entries, berlin, staff);

        // Then
        assertThat(letter.html().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(60_000, 100_000);
    }

    @Test
    @Tag("N1")
    void fiftyOrdinaryJobs_fitIntoOneMail() {
        List<LedgerEntry> entries = IntStream.range(0, 50)
                .mapToObj(i -> entry("job-" + i, Cast.job("Platform Engineer", "Fjordbank " + i, NOW), NOW, berlin))
                .toList();

        Letter letter = write(entries, berlin);

        assertThat(entries.stream().mapToInt(JobSize::ofHtml).sum()).isLessThan(85_000);
        int bytes = letter.html().getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes).isLessThan(100_000);
        assertThat(bytes - 6_000)
                .isLessThan(entries.stream().mapToInt(JobSize::ofHtml).sum());
        assertThat(letter.text()).contains("\n50. Platform Engineer\n");
    }

    @Test
    @Tag("M13")
    void digestWithManyJobsOfOneCompany_showsThreeAndCountsTheOthersInBothParts() throws IOException {
        // Given
        List<LedgerEntry> entries = new ArrayList<>();
        IntStream.range(0, 67)
                .mapToObj(i -> Cast.job("Systems Engineer " + i, i % 2 == 0 ? "Cloudflare" : "CLOUDFLARE, Inc.", NOW))
                .forEach(job -> entries.add(entry("cloudflare-" + entries.size(), job, NOW, staff)));
        entries.add(entry("a", staff));
        entries.add(entry("b", Cast.job("Staff SRE", "Lumen <Freight>", NOW), NOW, staff));

        // When
        Letter letter = write(entries, staff);

        // Then
        String link = "http://localhost:8080/ledger?company=CLOUDFLARE%2C+Inc.&company=Cloudflare";
        assertThat(letter.subject()).isEqualTo("69 new jobs for “Staff SRE”");
        List<String> lines = letter.text().lines().toList();
        assertThat(lines).filteredOn(line -> line.matches("\\d+\\. .*")).hasSize(5);
        assertThat(lines).filteredOn(line -> line.contains("Systems Engineer")).hasSize(3);
        assertThat(lines)
                .containsSequence("64 more from Cloudflare, in your ledger:", link, "")
                .filteredOn(line -> line.contains("more from"))
                .hasSize(1);
        assertThat(contents("h1", letter)).containsExactly("69 new jobs for “Staff SRE”");
        assertThat(contents("h2", letter))
                .containsExactlyElementsOf(lines.stream()
                        .filter(line -> line.matches("\\d+\\. .*"))
                        .map(line -> line.replaceFirst("\\d+\\. ", ""))
                        .toList());
        assertThat(letter.html())
                .containsOnlyOnce("<a href=\"" + link.replace("&", "&amp;")
                        + "\" style=\"color:inherit\">64 more from Cloudflare</a>, in your ledger")
                .containsOnlyOnce("more from");
        keep("digest", letter);
    }

    @Test
    @Tag("M13")
    void companyWithManySpellingsOrALongName_leadsToTheWholeLedger() {
        List<LedgerEntry> entries = new ArrayList<>();
        for (String blanks : List.of("", " ", "  ", "   ", "    ", "     ")) {
            JobSummary job = Cast.job("Engineer", "Fjord" + blanks + "bank", NOW);
            entries.add(entry("spelling" + entries.size(), job, NOW, staff));
        }
        for (int i = 0; i < 4; i++) {
            entries.add(entry("long" + i, longJob(10), NOW, staff));
        }

        Letter letter = write(entries, staff);

        assertThat(letter.html())
                .contains("3 more from Fjord", "1 more from 10 Müller")
                .contains("href=\"http://localhost:8080/ledger\"")
                .doesNotContain("ledger?company");
    }

    @Test
    @Tag("M13")
    void fewJobsOfAnInstantAlert_areAllShownAsTheyCame() {
        List<LedgerEntry> entries = IntStream.range(0, 10)
                .mapToObj(i -> entry("job-" + i, Cast.job("Engineer " + i, "Fjordbank", NOW), NOW, berlin))
                .toList();

        Letter letter = write(entries, berlin);

        assertThat(letter.subject()).startsWith("10 new jobs");
        assertThat(letter.text()).contains("1. Engineer 0", "10. Engineer 9").doesNotContain("more from");
        assertThat(letter.html()).doesNotContain("more from");
    }

    @Test
    @Tag("M13")
    void manyJobsOfAnInstantAlert_areCountedAsInADigest() {
        List<LedgerEntry> entries =
                IntStream.range(0, 11).mapToObj(i -> entry("job-" + i, berlin)).toList();

        Letter letter = write(entries, berlin);

        assertThat(letter.subject()).startsWith("11 new jobs");
        assertThat(letter.text())
                .contains("8 more from Fjordbank, in your ledger:")
                .doesNotContain("4. ");
    }

    @Test
    @Tag("M13")
    void mailWithLongJobsOfManyCompaniesAndMoreOfEach_staysBelowWhatGmailClips() {
        // Given: of each of many companies three long jobs, and as many again that are counted.
        List<LedgerEntry> entries = new ArrayList<>();
        int bytes = 0;
        for (int company = 10; bytes < 85_000; company++) {
            for (int i = 0; i < 6; i++) {
                LedgerEntry entry = entry(company + "-" + i, longJob(company), NOW, staff);
                bytes += i < 3 ? JobSize.ofHtml(entry) : i == 3 ? JobSize.ofMore(entry) : 0;
                entries.add(entry);
            }
        }
        entries.subList(entries.size() - 6, entries.size()).clear();

        // When
        Letter letter = write(entries, staff);

        // Then
        assertThat(letter.html()).contains("3 more from");
        assertThat(letter.html().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(50_000, 100_000);
    }

    private Letter write(List<LedgerEntry> entries, Alert... alerts) {
        return letters.write(
                alice(alerts),
                entries.stream()
                        .map(entry -> new MailedMatch(entry, entry.alerts()))
                        .toList(),
                NOW);
    }

    /** Of a company of its own for each number, since names that are cut are still told apart by their beginning. */
    private static JobSummary longJob(int number) {
        return new JobSummary(
                "Größe & <Ärger> ".repeat(20),
                number + " Müller & Söhne ".repeat(20),
                List.of(Place.of("Übersee & ".repeat(30))),
                Optional.of("hybrid"),
                Optional.empty(),
                URI.create("https://jobs.example/" + "x".repeat(900)),
                "greenhouse/x",
                Optional.of(NOW),
                Optional.of(
                        new Attribution("Bôard & ".repeat(20), URI.create("https://board.example/" + "y".repeat(200)))),
                Optional.of(new Repost(Integer.MAX_VALUE, Instant.EPOCH)));
    }

    /** Leaves the mail where a person can look at it. */
    private static void keep(String name, Letter letter) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve(name + ".html"), letter.html());
        Files.writeString(folder.resolve(name + ".txt"), letter.text());
    }

    private static List<String> contents(String tag, Letter letter) {
        return Pattern.compile("<" + tag + "[^>]*>([^<]*)</" + tag + ">")
                .matcher(letter.html())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static JobSummary withUrl(JobSummary job, URI url) {
        return new JobSummary(
                job.title(),
                job.company(),
                job.places(),
                job.workplace(),
                job.salary(),
                url,
                job.sourceId(),
                job.postedAt(),
                job.attribution());
    }
}
