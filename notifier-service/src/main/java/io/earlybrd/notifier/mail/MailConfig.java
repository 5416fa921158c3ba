package io.earlybrd.notifier.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How mails are sent. */
@ConfigMapping(prefix = "notifier.mail")
public interface MailConfig {

    /** Domain of senders and Message-IDs. Default: the host of the public URL. */
    Optional<String> domain();

    /** Postal address of the sender, shown in every alert mail, as the law of many countries asks. Default: none. */
    Optional<String> postalAddress();

    /** Mails that are being sent at the same time, each on its own connection. Default 20; some servers take fewer. */
    @WithDefault("20")
    int concurrency();

    /**
     * How long a mail belongs to the instance that sends it, unless renewed. Renewed every third of it while the sending takes, so
     * it bounds how late a mail is after a crash, not how long a server may think. Default 60 s.
     */
    @WithDefault("60s")
    Duration lease();

    /** Pauses between the attempts of a mail. */
    Retry retry();

    /** Pauses between the attempts of a mail. */
    interface Retry {

        /** First pause after the recipient's server asked to try later; doubles each time. Default 5 min, as greylisting asks. */
        @WithDefault("5m")
        Duration deferred();

        /** First pause after our own server could not be reached or refused to talk; doubles each time. Default 1 s. */
        @WithDefault("1s")
        Duration unreachable();

        /**
         * Longest pause after our own server could not be reached, and first pause after it was sent a mail and did not say
         * whether it took it. Default 30 s, so that mail flows soon after it is back.
         */
        @WithDefault("30s")
        Duration unreachableMax();

        /** Age at which a mail is given up. Default 72 h: a job that is older is no news. */
        @WithDefault("72h")
        Duration giveUpAfter();
    }
}
