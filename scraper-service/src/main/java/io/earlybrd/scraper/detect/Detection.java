package io.earlybrd.scraper.detect;

/** What came of looking for an employer's board. */
public sealed interface Detection {

    /** It is this one. */
    record Found(FoundBoard board) implements Detection {}

    /**
     * The page was read, or may never be, and names no board.
     *
     * @param why a sentence for who gave the address
     */
    record Nothing(String why) implements Detection {}

    /**
     * The page could not be read now, or not by a robot: somebody else may see more.
     *
     * @param why a sentence for who gave the address
     */
    record Unread(String why) implements Detection {}
}
