package io.earlybrd.scraper.health;

import io.earlybrd.scraper.provider.Outcome;

/**
 * Whether a list that looks whole can be the whole list. Boards and what stands before them fail in ways that nobody reports: a
 * filter that is on by mistake, a page that is taken for all of them. What then seems to be missing must not be closed.
 *
 * <p>A board with few jobs may lose any of them at once. A larger one that shows less than half of what is usual is believed when
 * the next whole list shows no more either; and one that shows less than a fifth only when the pages of what it lacks are gone, or
 * when that has become usual, in about a week, which its operators hear of long before.
 */
public final class Doubt {

    /** Below that a board has too few jobs for fractions of them to say anything. */
    private static final int FEW = 10;

    private static final double ODD = 0.5;
    private static final double ABSURD = 0.2;

    private Doubt() {}

    /**
     * The outcome as it is to be believed: a whole list with far too few listings is only part of it.
     *
     * @param openJobs jobs that were open before this crawl
     */
    public static Outcome about(Outcome outcome, History history, int openJobs) {
        if (outcome.kind() != Outcome.Kind.OK) {
            return outcome;
        }
        int listed = outcome.listed().size();
        int usual = history.usualYield().orElse(openJobs);
        boolean asBefore = history.lastYield().orElse(usual) < usual * ODD;
        if (usual < FEW || listed >= usual * ODD || listed >= usual * ABSURD && asBefore) {
            return outcome;
        }
        return new Outcome.Partial(outcome.listed(), "only " + listed + " listed where " + usual + " are usual", true);
    }
}
