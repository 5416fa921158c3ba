package io.earlybrd.account.signup;

/**
 * How many sign-ups one network may send within an hour, as the operator says. Read when the service starts, which a value that
 * makes no sense stops.
 *
 * @param anHour 1 or more
 */
record SignUpLimit(int anHour) {

    SignUpLimit {
        if (anHour < 1) {
            throw new IllegalArgumentException("at least 1 sign-up an hour must be allowed, not " + anHour);
        }
    }

    /** Reads it from the configuration, which finds this method by its name. */
    public static SignUpLimit valueOf(String text) {
        return new SignUpLimit(Integer.parseInt(text.strip()));
    }
}
