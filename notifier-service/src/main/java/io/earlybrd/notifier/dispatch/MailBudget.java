package io.earlybrd.notifier.dispatch;

import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.mail.alert.JobSize;
import io.earlybrd.notifier.mail.alert.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * How much goes into one mail: at most {@value #MAX_JOBS} jobs that are shown in full, and so many bytes of HTML as {@link
 * JobSize#MAX_OF_MAIL} says. The first job always fits.
 *
 * <p>What {@link Selection} only counts, the jobs of a company beyond its best ones, takes one line whatever its number, so it is no
 * reason for one more mail at the same time. Which jobs are the best is decided when the mail is sent, of those that may still be sent
 * then; so of each company the longest ones are reckoned with, and no choice makes the mail longer.
 */
final class MailBudget {

    static final int MAX_JOBS = 50;

    private final List<LedgerEntry> taken = new ArrayList<>();

    /** Bytes of the longest jobs of each company, as many as are shown, the shortest of them first. */
    private final Map<String, Queue<Integer>> longest = new HashMap<>();

    private final Set<String> withMore = new HashSet<>();
    private int shown;
    private int bytes;
    private boolean full;

    /** Takes the entry if it fits; after the first one that does not, none is taken, so that the order is kept. */
    void offer(LedgerEntry entry) {
        String company = Selection.companyOf(entry);
        Queue<Integer> ofCompany = longest.computeIfAbsent(company, name -> new PriorityQueue<>());
        boolean counted = ofCompany.size() == Selection.PER_COMPANY;
        int size = JobSize.ofHtml(entry);
        int growth = size;
        if (counted) {
            growth = Math.max(0, size - ofCompany.element()) + (withMore.contains(company) ? 0 : JobSize.ofMore(entry));
        }
        full |= !counted && shown == MAX_JOBS || !taken.isEmpty() && bytes + growth > JobSize.MAX_OF_MAIL;
        if (full) {
            return;
        }
        taken.add(entry);
        bytes += growth;
        ofCompany.add(size);
        if (counted) {
            ofCompany.remove();
            withMore.add(company);
        } else {
            shown++;
        }
    }

    List<LedgerEntry> taken() {
        return List.copyOf(taken);
    }
}
