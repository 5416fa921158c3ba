package io.earlybrd.matcher.index;

import io.earlybrd.matcher.match.Condition;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.match.Verdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The conditions of all alerts besides words and employers, each equal one once, as numbers from 0: thousands of alerts want Berlin or 60,000
 * euros, and a job has to be asked that once only. Never forgotten; a restart begins anew.
 */
final class ConditionTable {

    private final Map<Asked, Integer> numbers = new HashMap<>();
    private volatile Asked[] asked = new Asked[16];

    /**
     * The number of a condition.
     *
     * @param known whether it must be known to hold, rather than whether it lets the job pass
     */
    int numberOf(Condition condition, boolean known) {
        return numbers.computeIfAbsent(new Asked(condition, known), this::add);
    }

    /** Whether a job meets the condition of this number. */
    boolean isMet(int number, JobText job) {
        return asked[number].isMetBy(job);
    }

    private int add(Asked added) {
        int number = numbers.size();
        Asked[] all = number == asked.length ? Arrays.copyOf(asked, number * 2) : asked;
        all[number] = added;
        asked = all;
        return number;
    }

    private record Asked(Condition condition, boolean known) {

        boolean isMetBy(JobText job) {
            return known ? condition.verdict(job) == Verdict.YES : condition.isMetBy(job);
        }
    }
}
