package io.earlybrd.notifier.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How matches become mails. */
@ConfigMapping(prefix = "notifier.dispatch")
public interface DispatchConfig {

    /** Subscribers decided on in one transaction. Default 10; more hold their locks for longer, fewer make more transactions. */
    @WithDefault("10")
    int batch();
}
