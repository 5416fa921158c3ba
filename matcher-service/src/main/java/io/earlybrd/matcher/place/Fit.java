package io.earlybrd.matcher.place;

/** Whether a job's places are where somebody wants to work; {@link #UNKNOWN} if the job does not say, or says it ambiguously. */
public enum Fit {
    YES,
    UNKNOWN,
    NO;

    /** The better of two. */
    Fit or(Fit other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
