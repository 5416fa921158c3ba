package io.earlybrd.scraper.detect;

/** What came of looking for an employer's board. */
public sealed interface Detection {

    /** Why there is none: a sentence for who gave the address; empty if there is one. */
    String why();

    /** It is this one. */
    record Found(FoundBoard board) implements Detection {

        @Override
        public String why() {
            return "";
        }
    }

    /** The page was read, or may never be, and names no board. */
    record Nothing(String why) implements Detection {}

    /** The page could not be read now, or not by a robot: somebody else may see more. */
    record Unread(String why) implements Detection {}
}
