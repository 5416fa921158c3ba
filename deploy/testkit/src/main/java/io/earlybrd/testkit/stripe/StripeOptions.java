package io.earlybrd.testkit.stripe;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** How a {@link StripeStandIn} is to run; every setting but the first two has a default. */
public final class StripeOptions {

    private final Clock clock;
    private final String apiKey;
    private int port;
    private Path stateDirectory;
    private String apiVersion = ApiVersion.CURRENT;
    private Duration webhookRetryDelay = Duration.ofSeconds(1);
    private AfterRetries afterRetries = AfterRetries.CANCEL;

    private StripeOptions(Clock clock, String apiKey) {
        this.clock = clock;
        this.apiKey = apiKey;
    }

    /**
     * The defaults.
     *
     * @param clock whose time is the time of all objects, signatures and renewals
     * @param apiKey the one key that requests must have
     */
    public static StripeOptions of(Clock clock, String apiKey) {
        return new StripeOptions(clock, apiKey);
    }

    /** A fixed port; by default any free one. */
    public StripeOptions port(int value) {
        port = value;
        return this;
    }

    /** Where the state is kept across restarts; by default nowhere. */
    public StripeOptions stateIn(Path directory) {
        stateDirectory = directory;
        return this;
    }

    /** The version of the API that events have, and answers to requests that name none; by default the newest known. */
    public StripeOptions apiVersion(String value) {
        apiVersion = value;
        return this;
    }

    /** How long after its first failure the delivery of an event is tried again, in real time; it doubles up to a minute. */
    public StripeOptions webhookRetryDelay(Duration value) {
        webhookRetryDelay = value;
        return this;
    }

    /** What happens to a subscription when the last attempt to be paid fails; by default it is canceled. */
    public StripeOptions afterRetries(AfterRetries value) {
        afterRetries = value;
        return this;
    }

    Clock clock() {
        return clock;
    }

    String apiKey() {
        return apiKey;
    }

    int port() {
        return port;
    }

    Store openStore() {
        return stateDirectory == null ? Store.inMemory() : Store.in(stateDirectory);
    }

    ApiVersion version() {
        return new ApiVersion(apiVersion);
    }

    Duration webhookRetryDelay() {
        return webhookRetryDelay;
    }

    AfterRetries afterRetries() {
        return afterRetries;
    }
}
