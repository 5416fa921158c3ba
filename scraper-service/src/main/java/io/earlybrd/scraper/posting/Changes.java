package io.earlybrd.scraper.posting;

/**
 * How many jobs a crawl changed.
 *
 * @param fresh never seen before
 * @param changed other content, or open again
 * @param closed no longer listed
 * @param unread listings that are no job yet, since their details were never asked for
 */
public record Changes(int fresh, int changed, int closed, int unread) {

    /** Nothing changed. */
    public static final Changes NONE = new Changes(0, 0, 0, 0);

    /** Whether any job changed. */
    public boolean any() {
        return fresh + changed + closed > 0;
    }

    Changes plus(Changes more) {
        return new Changes(fresh + more.fresh, changed + more.changed, closed + more.closed, unread + more.unread);
    }
}
