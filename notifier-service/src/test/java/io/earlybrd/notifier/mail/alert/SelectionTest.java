package io.earlybrd.notifier.mail.alert;

import static io.earlybrd.notifier.testing.Entries.NOW;
import static io.earlybrd.notifier.testing.Entries.alert;
import static io.earlybrd.notifier.testing.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.Reason;
import io.earlybrd.notifier.gate.Recipient.Alert;
import io.earlybrd.notifier.mail.alert.Selection.ShownJob;
import io.earlybrd.notifier.testing.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M13")
class SelectionTest {

    private static final Reason JAVA_IN_TITLE = new Reason("java", "title", 0);
    private static final Reason JAVA_IN_BODY = new Reason("java", "body", 7);
    private static final Reason KAFKA_IN_BODY = new Reason("kafka", "body", 9);
    private static final Reason RUST_IN_BODY = new Reason("rust", "body", 3);

    private final Alert staff = alert("Staff SRE", "daily");

    @Test
    void jobThatMatchedMore_isFirst() {
        List<MailedMatch> matches = List.of(
                match("one clause", JAVA_IN_BODY),
                match("one clause twice", JAVA_IN_BODY, new Reason("java", "body", 70)),
                match("one in the title", JAVA_IN_TITLE, JAVA_IN_BODY),
                match("three", JAVA_IN_BODY, KAFKA_IN_BODY, RUST_IN_BODY),
                match("three, one in the title", JAVA_IN_TITLE, KAFKA_IN_BODY, RUST_IN_BODY));

        assertThat(idsOf(Selection.of(matches, true)))
                .containsExactly(
                        "three, one in the title", "three", "one in the title", "one clause", "one clause twice");
    }

    @Test
    void jobOfTwoAlerts_hasTheClausesOfBoth() {
        MailedMatch ofOne = match("a", JAVA_IN_BODY);
        MailedMatch ofTwo = new MailedMatch(
                entry("b", staff),
                List.of(alertMatch(staff, JAVA_IN_BODY), alertMatch(alert("x", "daily"), JAVA_IN_BODY)));

        assertThat(idsOf(Selection.of(List.of(ofOne, ofTwo), true))).containsExactly("b", "a");
    }

    @Test
    void ofEqualJobs_theNewestIsFirst() {
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        List<MailedMatch> matches = List.of(
                match("posted long ago", Optional.of(NOW.minus(Duration.ofDays(9))), NOW),
                match("b, found yesterday", Optional.empty(), yesterday),
                match("a, found yesterday", Optional.empty(), yesterday),
                match("posted in future, found yesterday", Optional.of(NOW.plus(Duration.ofDays(9))), yesterday),
                match("found now", Optional.empty(), NOW));

        assertThat(idsOf(Selection.of(matches, true)))
                .containsExactly(
                        "found now",
                        "a, found yesterday",
                        "b, found yesterday",
                        "posted in future, found yesterday",
                        "posted long ago");
    }

    @Test
    void order_dependsOnTheJobsOnly() {
        List<MailedMatch> matches = new ArrayList<>(many("Cloudflare", 20));
        matches.addAll(many("Fjordbank", 20));
        matches.add(match("good one", JAVA_IN_TITLE, KAFKA_IN_BODY));
        List<ShownJob> selection = Selection.of(matches, true);

        Collections.shuffle(matches, new Random(7));

        assertThat(Selection.of(matches, true)).isEqualTo(selection);
    }

    @Test
    void companiesWithOtherCaseOrLegalForm_areOne() {
        List<MailedMatch> matches = Stream.of(
                        "Cloudflare", "CLOUDFLARE", "Cloudflare, Inc.", "cloudflare Ltd", "Cloudflare Labs")
                .map(company -> match(company, company))
                .toList();

        List<ShownJob> selection = Selection.of(matches, true);

        assertThat(selection).hasSize(4);
        assertThat(selection.stream().flatMap(shown -> shown.more().stream())).hasSize(1);
    }

    @Test
    void moreThanThreeOfACompany_areCountedAfterItsThirdAndNoneIsLost() {
        List<MailedMatch> matches = new ArrayList<>(many("Cloudflare", 67));
        matches.addAll(many("Fjordbank", 3));

        List<ShownJob> selection = Selection.of(matches, true);

        assertThat(selection).extracting(shown -> shown.more().size()).containsExactly(0, 0, 64, 0, 0, 0);
        assertThat(selection.stream().flatMap(shown -> Stream.concat(Stream.of(shown.match()), shown.more().stream())))
                .containsExactlyInAnyOrderElementsOf(matches);
    }

    @Test
    void companiesWithoutAName_areNotOne() {
        List<MailedMatch> matches =
                IntStream.range(0, 5).mapToObj(i -> match("job-" + i, "–")).toList();

        assertThat(Selection.of(matches, true))
                .hasSize(5)
                .allMatch(shown -> shown.more().isEmpty());
    }

    @Test
    void fewJobsThatAreNoDigest_areAllShownInTheirOrder() {
        List<MailedMatch> matches = many("Cloudflare", 10);

        assertThat(Selection.of(matches, false)).extracting(ShownJob::match).isEqualTo(matches);
        assertThat(Selection.of(many("Cloudflare", 11), false)).hasSize(3);
    }

    @Test
    void fewJobsThatAreTooLongForAMail_areCountedToo() {
        Alert[] alerts = Stream.generate(() -> staff).limit(60).toArray(Alert[]::new);
        List<MailedMatch> matches = IntStream.range(0, 10)
                .mapToObj(i -> entry("job-" + i, Cast.job("Engineer", "Cloudflare", NOW), NOW, alerts))
                .map(entry -> new MailedMatch(entry, entry.alerts()))
                .toList();

        assertThat(Selection.of(matches, false)).hasSize(3);
    }

    private List<MailedMatch> many(String company, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> match(company + "-" + i, company))
                .toList();
    }

    /** A match of a company of its own. */
    private MailedMatch match(String jobId, Reason... reasons) {
        JobSummary job = Cast.job("Engineer", "Company of " + jobId, NOW);
        return new MailedMatch(entry(jobId, job, NOW, staff), List.of(alertMatch(staff, reasons)));
    }

    private MailedMatch match(String jobId, String company) {
        JobSummary job = Cast.job("Engineer", company, NOW);
        return new MailedMatch(entry(jobId, job, NOW, staff), List.of(alertMatch(staff, JAVA_IN_TITLE)));
    }

    private MailedMatch match(String jobId, Optional<Instant> posted, Instant found) {
        JobSummary of = Cast.job("Engineer", "Company of " + jobId, NOW);
        JobSummary job = new JobSummary(
                of.title(),
                of.company(),
                of.places(),
                of.workplace(),
                of.salary(),
                of.url(),
                of.sourceId(),
                posted,
                of.attribution());
        return new MailedMatch(entry(jobId, job, found, staff), List.of(alertMatch(staff, JAVA_IN_BODY)));
    }

    private static AlertMatch alertMatch(Alert alert, Reason... reasons) {
        return new AlertMatch(alert.alertId(), 1, List.of(reasons));
    }

    private static List<String> idsOf(List<ShownJob> selection) {
        return selection.stream().map(shown -> shown.match().entry().jobId()).toList();
    }
}
