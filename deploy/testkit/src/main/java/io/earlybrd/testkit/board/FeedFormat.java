package io.earlybrd.testkit.board;

/** The kinds of feeds. */
public enum FeedFormat {
    RSS,
    ATOM
}
