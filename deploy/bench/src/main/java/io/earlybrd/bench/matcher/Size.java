package io.earlybrd.bench.matcher;

import java.util.stream.Stream;

/** How many alerts there are. */
enum Size {
    TEN_THOUSAND("10k", 10_000, 300),
    HUNDRED_THOUSAND("100k", 100_000, 100),
    MILLION("1m", 1_000_000, 20),
    TEN_MILLION("10m", 10_000_000, 4);

    /** Asking more alerts one by one takes a second a job. */
    static final long MOST_FOR_BRUTE_FORCE = 100_000;

    private final String key;
    private final long alerts;
    private final int jobsToVerify;

    Size(String key, long alerts, int jobsToVerify) {
        this.key = key;
        this.alerts = alerts;
        this.jobsToVerify = jobsToVerify;
    }

    /**
     * The size that is called so in keys.
     *
     * @throws IllegalArgumentException if none is
     */
    static Size of(String key) {
        return Stream.of(values())
                .filter(size -> size.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no size: " + key));
    }

    long alerts() {
        return alerts;
    }

    /** Number of jobs for which all contenders are held against asking every alert. */
    int jobsToVerify() {
        return jobsToVerify;
    }

    @Override
    public String toString() {
        return key;
    }
}
