package io.earlybrd.scraper.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** No answer came, or none that may be used. Has no stack trace: it tells of the world, not of our code. */
public final class FetchFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    /** Why there is no answer. */
    public enum Kind {
        /** The address, or where it leads, is not on the public Internet. */
        REFUSED_ADDRESS,
        UNKNOWN_HOST,
        NO_CONNECTION,
        NO_TRUST,
        TIMED_OUT,
        TOO_LARGE,
        TOO_MANY_REDIRECTS,
        BROKEN,
        /** robots.txt asks us not to. */
        DISALLOWED,
        /** robots.txt cannot be read, which by RFC 9309 disallows everything. */
        ROBOTS_UNREADABLE,
        /** The host asked us to wait, and the time is not over. */
        HOST_RESTS
    }

    public FetchFailure(Kind kind, String message) {
        this(kind, message, null);
    }

    public FetchFailure(Kind kind, String message, @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** Why there is no answer. */
    public Kind kind() {
        return kind;
    }

    /** How long to wait before trying again, if the host said so. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
