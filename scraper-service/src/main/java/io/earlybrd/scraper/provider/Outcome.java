package io.earlybrd.scraper.provider;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one crawl of a board. Only {@link Ok} says that a job which is not listed is gone. */
public sealed interface Outcome {

    /** The kinds of outcome; their names in lower case are the words in logs and metrics. */
    enum Kind {
        OK,
        NOT_MODIFIED,
        EMPTY,
        PARTIAL,
        BLOCKED,
        GONE,
        CHANGED_SHAPE,
        UNREACHABLE
    }

    /** Which outcome it is. */
    Kind kind();

    /** What was read of the list. */
    default Listed listed() {
        return Listed.NOTHING;
    }

    /** The postings that were read. */
    default List<Posting> postings() {
        return listed().postings();
    }

    /** Why it is no better outcome, for operators; empty if it could not be better. */
    default String reason() {
        return "";
    }

    /** Whether the provider's list was read to its end, whatever was in it. */
    default boolean wholeList() {
        return false;
    }

    /** How long the provider asked to be left alone; null if it did not ask. */
    default @Nullable Duration retryAfter() {
        return null;
    }

    /** Every listing was read. */
    record Ok(Listed listed) implements Outcome {

        /** A list of complete postings in one answer. */
        public Ok(List<Posting> postings) {
            this(Listed.of(postings));
        }

        @Override
        public Kind kind() {
            return Kind.OK;
        }

        @Override
        public boolean wholeList() {
            return true;
        }
    }

    /** The provider says that nothing changed since the last crawl. */
    record NotModified() implements Outcome {
        @Override
        public Kind kind() {
            return Kind.NOT_MODIFIED;
        }
    }

    /** A well-formed list of no jobs: either the employer has none, or something is wrong that nobody reports. */
    record Empty() implements Outcome {
        @Override
        public Kind kind() {
            return Kind.EMPTY;
        }
    }

    /** Some listings were read; others could not be, or the list broke off. */
    record Partial(Listed listed, String reason, boolean wholeList) implements Outcome {

        /** A list of complete postings in one answer. */
        public Partial(List<Posting> postings, String reason, boolean wholeList) {
            this(Listed.of(postings), reason, wholeList);
        }

        @Override
        public Kind kind() {
            return Kind.PARTIAL;
        }
    }

    /** The provider does not want us, now or at all: refusal, too many requests, bot wall, robots.txt. */
    record Blocked(String reason, @Nullable Duration retryAfter) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.BLOCKED;
        }
    }

    /** There is no such board any more. */
    record Gone(String reason) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    /** An answer came, but not in the form that the adapter knows. */
    record ChangedShape(String reason) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.CHANGED_SHAPE;
        }
    }

    /** No usable answer came: network, time-out, the server's own failure. */
    record Unreachable(String reason, @Nullable Duration retryAfter) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.UNREACHABLE;
        }
    }
}
