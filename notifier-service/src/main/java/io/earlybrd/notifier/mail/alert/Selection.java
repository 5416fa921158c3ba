package io.earlybrd.notifier.mail.alert;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.Reason;
import io.earlybrd.events.company.CompanyNames;
import io.earlybrd.notifier.ledger.LedgerEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which jobs of a mail are shown in full, and in what order.
 *
 * <p>A mail that tells at once of at most {@value #FEW} jobs shows them all, oldest first. A digest, and any mail of more jobs, shows at most
 * {@value #PER_COMPANY} of one company, the best ones, and tells how many more there are; those are as much part of the mail as the
 * others: its subject counts them, and their fate is that of the mail. Companies are the same if {@link CompanyNames} says so.
 *
 * <p>The best job is the one that matched most. Each clause that hit counts one, and one more if it hit in the title; a job of several
 * alerts has the clauses of all of them. Of equals, the newest is best: by when the employer posted it, or by when it was found
 * if that is not stated or lies after it. What is still equal is in the order of the job ids, so that every attempt to
 * send the mail says the same. A company stands where its best job does, with its jobs together, best first.
 */
public final class Selection {

    /** Jobs of one company that are shown in full, where not all are. */
    public static final int PER_COMPANY = 3;

    static final int FEW = 10;

    private static final String TITLE = "title";

    private static final Comparator<MailedMatch> BEST_FIRST = Comparator.comparing(
                    Selection::weight, Comparator.reverseOrder())
            .thenComparing(Selection::age, Comparator.reverseOrder())
            .thenComparing(match -> match.entry().jobId());

    private Selection() {}

    /** What jobs of the same company have in common, and no others. */
    public static String companyOf(LedgerEntry entry) {
        String name = CompanyNames.comparable(entry.job().company());
        return name.isEmpty() ? "job " + entry.jobId() : name;
    }

    /** The jobs that are shown, in their order. */
    static List<ShownJob> of(List<MailedMatch> matches, boolean digest) {
        return digest || !areFew(matches)
                ? best(matches)
                : matches.stream().map(ShownJob::alone).toList();
    }

    /** Those that are few may still be too long for a mail of which so much was not expected. */
    private static boolean areFew(List<MailedMatch> matches) {
        return matches.size() <= FEW
                && matches.stream()
                                .mapToInt(match -> JobSize.ofHtml(match.entry()))
                                .sum()
                        <= JobSize.MAX_OF_MAIL;
    }

    private static List<ShownJob> best(List<MailedMatch> matches) {
        Map<String, List<MailedMatch>> companies = matches.stream()
                .sorted(BEST_FIRST)
                .collect(Collectors.groupingBy(
                        match -> companyOf(match.entry()), LinkedHashMap::new, Collectors.toList()));
        return companies.values().stream().flatMap(Selection::bestOf).toList();
    }

    private static Stream<ShownJob> bestOf(List<MailedMatch> ofCompany) {
        int shown = Math.min(PER_COMPANY, ofCompany.size());
        List<MailedMatch> more = ofCompany.subList(shown, ofCompany.size());
        return IntStream.range(0, shown)
                .mapToObj(i -> new ShownJob(ofCompany.get(i), ofCompany, i == shown - 1 ? more : List.of()));
    }

    private static Long weight(MailedMatch match) {
        return match.alerts().stream().mapToLong(Selection::hits).sum();
    }

    private static long hits(AlertMatch match) {
        Set<String> clauses = match.reasons().stream().map(Reason::clause).collect(Collectors.toSet());
        Set<String> inTitle = match.reasons().stream()
                .filter(reason -> reason.field().equals(TITLE))
                .map(Reason::clause)
                .collect(Collectors.toSet());
        return clauses.size() + inTitle.size();
    }

    private static Instant age(MailedMatch match) {
        JobSummary job = match.entry().job();
        Instant found = match.entry().hops().firstSeenAt();
        return job.postedAt().filter(posted -> posted.isBefore(found)).orElse(found);
    }

    /**
     * A job that is shown in full.
     *
     * @param match it
     * @param ofCompany all jobs of its company, best first; only itself where all jobs of the mail are shown
     * @param more the jobs of its company that are not shown, best first; empty but for the last one shown of a company
     */
    record ShownJob(MailedMatch match, List<MailedMatch> ofCompany, List<MailedMatch> more) {

        private static ShownJob alone(MailedMatch match) {
            return new ShownJob(match, List.of(match), List.of());
        }
    }
}
