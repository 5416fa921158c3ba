package io.earlybrd.matcher.index;

import java.util.Arrays;
import java.util.Optional;

/**
 * What has grown out of a long list: lists of those of its alerts whose sieve asks for one {@link Marks mark}. A job without the mark
 * passes over all of them at once.
 */
final class Branches {

    static final Branches NONE = new Branches(new int[0], new int[0][]);

    /** Says in place of a branch that there is none. */
    static final int ABSENT = -1;

    /** Alerts that are worth a branch. */
    private static final int WORTHWHILE = 32;

    private final int[] marks;
    private final int[][] lists;

    private Branches(int[] marks, int[][] lists) {
        this.marks = marks;
        this.lists = lists;
    }

    /** How many there are. */
    int count() {
        return marks.length;
    }

    /** What the alerts of a branch ask for. */
    int mark(int branch) {
        return marks[branch];
    }

    /** The list of a branch. */
    int[] list(int branch) {
        return lists[branch];
    }

    /** How an alert of a branch is filed under the feature of all. */
    Filing filing(int feature, int branch, int alert) {
        return PostingList.filing(feature, lists[branch], alert).with(marks[branch]);
    }

    /** Adds an alert to the branch that it belongs to. */
    void add(int branch, int text, Filing filing) {
        lists[branch] = PostingList.with(lists[branch], text, filing.without(marks[branch]));
    }

    /** Removes an alert of a feature's list from the branch that it is in; how it was filed, if it is in one. */
    Optional<Filing> remove(int feature, int text) {
        for (int branch = 0; branch < lists.length; branch++) {
            int alert = PostingList.find(lists[branch], text);
            if (alert != PostingList.ABSENT) {
                Filing filing = filing(feature, branch, alert);
                lists[branch] = PostingList.without(lists[branch], alert);
                return Optional.of(filing);
            }
        }
        return Optional.empty();
    }

    boolean areEmpty() {
        return Arrays.stream(lists).allMatch(list -> list == PostingList.EMPTY);
    }

    /** The branch that alerts with a sieve belong to, or {@link #ABSENT}: of two, that of the mark that fewer jobs have. */
    int branchFor(int sieve) {
        int other = ABSENT;
        for (int branch = 0; branch < marks.length; branch++) {
            if (marks[branch] == Sieve.second(sieve)) {
                return branch;
            }
            if (marks[branch] == Sieve.first(sieve)) {
                other = branch;
            }
        }
        return other;
    }

    /** These, and empty ones for what many alerts of a list ask for. */
    Branches grownFrom(int[] list) {
        int[] asked = new int[2 * PostingList.size(list)];
        int count = 0;
        for (int alert = 0; alert < PostingList.size(list); alert++) {
            int sieve = PostingList.sieve(list, alert);
            asked[count++] = Sieve.first(sieve);
            asked[count++] = Sieve.second(sieve);
        }
        Arrays.sort(asked);
        int[] grown = Arrays.copyOf(marks, marks.length + asked.length / WORTHWHILE);
        int size = marks.length;
        for (int i = WORTHWHILE - 1; i < count; i++) {
            int mark = asked[i];
            boolean isTheLastOfIt = i + 1 == count || asked[i + 1] != mark;
            if (isTheLastOfIt && asked[i - WORTHWHILE + 1] == mark && Marks.isSeldom(mark)) {
                grown[size++] = mark;
            }
        }
        if (size == marks.length) {
            return this;
        }
        int[][] with = Arrays.copyOf(lists, size);
        Arrays.fill(with, lists.length, size, PostingList.EMPTY);
        return new Branches(Arrays.copyOf(grown, size), with);
    }

    /** Takes the alerts that belong here out of the list of a feature; what is left of it. */
    int[] takeFrom(int feature, int[] list) {
        int size = PostingList.size(list);
        int[] branchOf = new int[size];
        Filing[] taken = new Filing[size];
        int[] counts = new int[lists.length];
        int[] recordLengths = new int[lists.length];
        int staying = 0;
        int recordsStaying = 0;
        for (int alert = 0; alert < size; alert++) {
            int branch = branchFor(PostingList.sieve(list, alert));
            branchOf[alert] = branch;
            if (branch == ABSENT) {
                staying++;
                recordsStaying += PostingList.recordLength(list, alert);
            } else {
                taken[alert] = PostingList.filing(feature, list, alert).without(marks[branch]);
                counts[branch]++;
                recordLengths[branch] += PostingList.recordLength(taken[alert]);
            }
        }
        // Room for all at once: a list that grows for one after the other is copied again and again.
        int[] left = PostingList.withRoom(PostingList.EMPTY, staying, recordsStaying);
        for (int branch = 0; branch < lists.length; branch++) {
            lists[branch] = PostingList.withRoom(lists[branch], counts[branch], recordLengths[branch]);
        }
        for (int alert = 0; alert < size; alert++) {
            int branch = branchOf[alert];
            if (branch == ABSENT) {
                left = PostingList.with(left, list, alert);
            } else {
                int text = PostingList.text(list, PostingList.link(list, alert));
                lists[branch] = PostingList.with(lists[branch], text, taken[alert]);
            }
        }
        return left;
    }
}
