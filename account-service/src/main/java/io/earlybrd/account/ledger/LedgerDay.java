package io.earlybrd.account.ledger;

import io.earlybrd.account.web.Links;
import io.earlybrd.account.web.Moments;
import io.earlybrd.account.web.Why;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The entries of one day of the subscriber's zone, ready to be shown. */
public record LedgerDay(String name, List<Row> rows) {

    static List<LedgerDay> of(List<LedgerEntry> entries, List<LedgerMatch> matches, ZoneId zone, Instant now) {
        Map<String, List<LedgerMatch>> byJob = matches.stream().collect(Collectors.groupingBy(LedgerMatch::jobId));
        Map<String, List<Row>> days = new LinkedHashMap<>();
        for (LedgerEntry entry : entries) {
            days.computeIfAbsent(Moments.longDay(entry.matchedAt(), zone), day -> new ArrayList<>())
                    .add(Row.of(entry, byJob.getOrDefault(entry.jobId(), List.of()), zone, now));
        }
        return days.entrySet().stream()
                .map(day -> new LedgerDay(day.getKey(), day.getValue()))
                .toList();
    }

    /** One entry. */
    public record Row(
            String found, String title, String href, String company, List<Why> reasons, String alerts, FateBadge fate) {

        private static final int MAX_REASONS = 4;

        static Row of(LedgerEntry entry, List<LedgerMatch> matches, ZoneId zone, Instant now) {
            List<Why> reasons = Why.of(matches.stream()
                            .flatMap(match -> match.reasons().stream())
                            .toList())
                    .stream()
                    .limit(MAX_REASONS)
                    .toList();
            String alerts = matches.stream()
                    .map(match -> match.alertName() == null ? "a deleted alert" : match.alertName())
                    .distinct()
                    .collect(Collectors.joining(", "));
            return new Row(
                    Moments.seconds(entry.matchedAt(), zone),
                    entry.title(),
                    Links.safe(URI.create(entry.url())),
                    entry.company(),
                    reasons,
                    alerts,
                    FateBadge.of(entry, zone, now));
        }
    }
}
