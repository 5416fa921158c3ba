package io.earlybrd.account.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many passwords are hashed at the same time. */
@ConfigMapping(prefix = "account.password")
interface PasswordConfig {

    /** Hashes at the same time; each needs 20 MB of heap and a core. One is about seven log-ins a second. */
    @WithDefault("1")
    int threads();

    /** Hashes that may be under way or wait for their turn; who comes after them is told to come back in a minute. */
    @WithDefault("64")
    int maxWaiting();
}
