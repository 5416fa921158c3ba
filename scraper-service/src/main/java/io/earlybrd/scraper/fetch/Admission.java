package io.earlybrd.scraper.fetch;

import io.smallrye.mutiny.Uni;

/** Asked before every request, the ones that follow a redirect included. */
@FunctionalInterface
public interface Admission {

    /** Lets everything pass: for robots.txt itself. */
    Admission ALWAYS = url -> Uni.createFrom().voidItem();

    /** Completes if the page may be requested, and fails with a {@link FetchFailure} if not. */
    Uni<Void> admit(WebUrl url);

    /**
     * Asked once more directly before the request is sent, which may be long after; throws {@link NotWanted} if nobody waits for
     * the page any more.
     */
    default void confirm() {}
}
