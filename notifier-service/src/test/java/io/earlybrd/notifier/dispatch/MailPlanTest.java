package io.earlybrd.notifier.dispatch;

import static io.earlybrd.notifier.testing.Entries.NOW;
import static io.earlybrd.notifier.testing.Entries.alert;
import static io.earlybrd.notifier.testing.Entries.alice;
import static io.earlybrd.notifier.testing.Entries.closed;
import static io.earlybrd.notifier.testing.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.JobSummary;
import io.earlybrd.notifier.gate.Gate;
import io.earlybrd.notifier.gate.Recipient.Alert;
import io.earlybrd.notifier.ledger.Fate;
import io.earlybrd.notifier.ledger.FateChange;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.mail.alert.JobSize;
import io.earlybrd.notifier.testing.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MailPlanTest {

    private final Gate gate = new Gate(Duration.ofHours(72), Duration.ofMinutes(10));
    private final Alert instant = alert("Berlin Java", "instant");
    private final Alert daily = alert("Staff SRE", "daily");

    @Test
    void instantMatches_goIntoTheMail() {
        MailPlan plan = MailPlan.of(List.of(entry("a", instant), entry("b", instant)), alice(instant), gate, NOW);

        assertThat(plan.mail()).extracting(LedgerEntry::jobId).containsExactly("a", "b");
        assertThat(plan.changes()).isEmpty();
    }

    @Test
    void dailyMatch_waitsForItsSlot() {
        MailPlan plan = MailPlan.of(List.of(entry("a", daily)), alice(daily), gate, NOW);

        assertThat(plan.mail()).isEmpty();
        FateChange change = plan.changes().get(0);
        assertThat(change.fate()).isEqualTo(Fate.PENDING);
        assertThat(change.reason()).contains("digest");
        assertThat(change.dueAt()).isEqualTo("2026-11-24T08:00:00Z");
    }

    @Test
    void dailyMatchAtItsSlot_goesIntoTheMail() {
        MailPlan plan =
                MailPlan.of(List.of(entry("a", daily)), alice(daily), gate, Instant.parse("2026-11-24T08:00:00Z"));

        assertThat(plan.mail()).hasSize(1);
    }

    @Test
    @Tag("N2")
    void matchOfDailyAndInstantAlerts_isMailedAtOnce() {
        MailPlan plan = MailPlan.of(List.of(entry("a", daily, instant)), alice(daily, instant), gate, NOW);

        assertThat(plan.mail()).hasSize(1);
    }

    @Test
    @Tag("N3")
    void onlyRefusedMatches_makeNoMail() {
        Alert paused = alert("x", "instant", true, Optional.empty(), Optional.empty());

        MailPlan plan = MailPlan.of(List.of(entry("a", paused)), alice(paused), gate, NOW);

        assertThat(plan.mail()).isEmpty();
        assertThat(plan.changes()).extracting(FateChange::fate).containsExactly(Fate.SUPPRESSED);
        assertThat(plan.changes().get(0).reason()).contains("alert-paused");
    }

    @Test
    @Tag("S13")
    void closedJob_isRefusedAndTheOthersAreMailed() {
        MailPlan plan =
                MailPlan.of(List.of(closed(entry("a", instant)), entry("b", instant)), alice(instant), gate, NOW);

        assertThat(plan.mail()).extracting(LedgerEntry::jobId).containsExactly("b");
        assertThat(plan.changes())
                .singleElement()
                .satisfies(change -> assertThat(
                                change.fate() + ":" + change.reason().orElseThrow())
                        .isEqualTo("SUPPRESSED:closed"));
    }

    @Test
    @Tag("S13")
    @Tag("N3")
    void digestOfClosedJobsOnly_isNoMail() {
        List<LedgerEntry> matches = List.of(closed(entry("a", daily)), closed(entry("b", daily)));

        MailPlan plan = MailPlan.of(matches, alice(daily), gate, Instant.parse("2026-11-24T08:00:00Z"));

        assertThat(plan.mail()).isEmpty();
        assertThat(plan.changes())
                .extracting(FateChange::fate)
                .containsOnly(Fate.SUPPRESSED)
                .hasSize(2);
    }

    @Test
    @Tag("S13")
    void closedJobOfALaterDigest_waitsForItsSlot() {
        MailPlan plan = MailPlan.of(List.of(closed(entry("a", daily))), alice(daily), gate, NOW);

        assertThat(plan.changes()).extracting(FateChange::fate).containsExactly(Fate.PENDING);
    }

    @Test
    void unknownAlert_isLookedAtAgainAfterAsLongAsItHasWaited() {
        LedgerEntry match = entry("a", instant);

        assertThat(lookAgain(match, Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
        assertThat(lookAgain(match, Duration.ofSeconds(8))).isEqualTo(Duration.ofSeconds(8));
        assertThat(lookAgain(match, Duration.ofHours(1))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void unknownAlertOfAMatchThatAnotherWants_isLookedAtEveryMinute() {
        LedgerEntry match = entry("a", instant, daily);
        Instant now = NOW.plus(Duration.ofMinutes(5));

        MailPlan plan = MailPlan.of(List.of(match), alice(instant), gate, now);

        assertThat(plan.mail()).isEmpty();
        assertThat(plan.changes()).extracting(FateChange::dueAt).containsExactly(now.plus(Duration.ofMinutes(1)));
    }

    @Test
    @Tag("N1")
    void moreJobsThanAMailHolds_leavesTheYoungestForTheNextMail() {
        List<LedgerEntry> matches = ofCompanies(60);

        MailPlan plan = MailPlan.of(matches, alice(instant), gate, NOW);

        assertThat(plan.mail()).isEqualTo(matches.subList(0, 50));
        assertThat(plan.changes()).isEmpty();
    }

    @Test
    @Tag("M13")
    void jobsThatAreOnlyCounted_areNoReasonForOneMoreMail() {
        List<LedgerEntry> matches = new ArrayList<>(ofCompany("Cloudflare", 67));
        matches.addAll(ofCompanies(47));

        MailPlan plan = MailPlan.of(matches, alice(instant), gate, NOW);

        assertThat(plan.mail()).isEqualTo(matches);
    }

    @Test
    @Tag("M13")
    void moreThanFiftyJobsThatAreShown_leaveTheYoungestForTheNextMail() {
        List<LedgerEntry> matches = new ArrayList<>(ofCompany("Cloudflare", 67));
        matches.addAll(ofCompanies(48));
        matches.addAll(ofCompany("CLOUDFLARE, Inc.", 1));

        MailPlan plan = MailPlan.of(matches, alice(instant), gate, NOW);

        assertThat(plan.mail()).isEqualTo(matches.subList(0, 67 + 47));
    }

    @Test
    @Tag("M13")
    void longJobsAmongThoseOfACompany_areReckonedWithThoughOthersMayBeShown() {
        // Given
        List<LedgerEntry> matches = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String company = "Company " + i;
            matches.addAll(ofCompany(company, 3));
            matches.addAll(longOfCompany(company, 3));
        }

        // When
        MailPlan plan = MailPlan.of(matches, alice(instant), gate, NOW);

        // Then
        Map<String, List<Integer>> sizes = plan.mail().stream()
                .collect(Collectors.groupingBy(
                        match -> match.job().company(), Collectors.mapping(JobSize::ofHtml, Collectors.toList())));
        int atMost = sizes.values().stream()
                .flatMap(ofCompany ->
                        ofCompany.stream().sorted(Comparator.reverseOrder()).limit(3))
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(atMost).isBetween(75_000, 85_000);
    }

    @Test
    @Tag("N1")
    void hugeJobs_makeAMailOfFewerJobs() {
        JobSummary huge = Cast.job("<&>".repeat(500), "\"&\"".repeat(500), NOW);
        List<LedgerEntry> matches = IntStream.range(0, 50)
                .mapToObj(i -> entry("job-" + i, huge, NOW, instant))
                .toList();

        MailPlan plan = MailPlan.of(matches, alice(instant), gate, NOW);

        assertThat(plan.mail()).hasSizeBetween(10, 40);
    }

    private List<LedgerEntry> ofCompanies(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> entry("other-" + i, Cast.job("Platform Engineer", "Company " + i, NOW), NOW, instant))
                .toList();
    }

    private List<LedgerEntry> ofCompany(String company, int count) {
        return ofCompany(company, "Engineer", count);
    }

    private List<LedgerEntry> longOfCompany(String company, int count) {
        return ofCompany(company, "<&>".repeat(50), count);
    }

    private List<LedgerEntry> ofCompany(String company, String title, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> entry(company + title + i, Cast.job(title, company, NOW), NOW, instant))
                .toList();
    }

    private Duration lookAgain(LedgerEntry match, Duration waited) {
        Instant now = NOW.plus(waited);
        MailPlan plan = MailPlan.of(List.of(match), alice(), gate, now);
        assertThat(plan.changes().get(0).reason()).contains("waiting");
        return Duration.between(now, plan.changes().get(0).dueAt());
    }
}
