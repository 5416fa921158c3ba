package io.earlybrd.testkit.board;

/** How a board tells that nothing changed. */
public enum Caching {
    STRONG_ETAG,
    /** As Greenhouse was recorded. */
    WEAK_ETAG,
    /** Of a second's precision: what changes within one second looks the same. */
    LAST_MODIFIED,
    /** It does not tell. */
    NONE
}
