package io.earlybrd.matcher.preview;

import io.earlybrd.matcher.recent.RecentJobs;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The minutes of the last 30 days in which a job came that would have been mailed, and what follows from them for the mails of a week:
 * the next one is taken to be like those that we have seen.
 */
final class Arrivals {

    private static final int MINUTES_AN_HOUR = 60;
    private static final int MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;
    private static final int MINUTES_A_WEEK = 7 * MINUTES_A_DAY;
    private static final double MICROS_A_MINUTE = 60e6;

    /** More mails than these in an hour become a summary. */
    private static final int MOST_AN_HOUR = 20;

    private final long now;
    private final BitSet minutesAgo = new BitSet();
    private int watched;

    /** @param now in microseconds since 1970 */
    Arrivals(long now) {
        this.now = now;
    }

    /** Notes that the sources were read at that time, in microseconds since 1970. */
    void watchedSince(long seen) {
        watched = Math.max(watched, minutesAgo(seen));
    }

    /** Notes that a job came that would have been mailed. */
    void add(long seen) {
        minutesAgo.set(minutesAgo(seen));
    }

    /** On how many days the sources were read, today among them. */
    int watchedDays() {
        return (int) Math.min(RecentJobs.KEPT.toDays(), blocks(watched + 1, MINUTES_A_DAY));
    }

    /** Mails a week for each cadence. */
    PreviewAnswer.Forecast forecast() {
        // An hour of watching says nothing about a week.
        int minutes = Math.max(MINUTES_A_DAY, watched + 1);
        double instant = sum(minutes, MINUTES_AN_HOUR, mails -> Math.min(mails, MOST_AN_HOUR));
        double daily = sum(minutes, MINUTES_A_DAY, mails -> Math.min(mails, 1));
        double weekly = sum(minutes, MINUTES_A_WEEK, mails -> Math.min(mails, 1));
        return new PreviewAnswer.Forecast(
                rounded(instant * MINUTES_A_WEEK / minutes),
                rounded(daily * 7 / blocks(minutes, MINUTES_A_DAY)),
                rounded(weekly / blocks(minutes, MINUTES_A_WEEK)));
    }

    private double sum(int minutes, int block, IntUnaryOperator mails) {
        return IntStream.range(0, blocks(minutes, block))
                .map(number -> mails.applyAsInt(
                        minutesAgo.get(number * block, (number + 1) * block).cardinality()))
                .sum();
    }

    private int minutesAgo(long seen) {
        return (int) Math.max(0, (now - seen) / MICROS_A_MINUTE);
    }

    private static int blocks(int minutes, int block) {
        return (minutes + block - 1) / block;
    }

    private static double rounded(double mails) {
        return Math.round(mails * 10) / 10.0;
    }
}
