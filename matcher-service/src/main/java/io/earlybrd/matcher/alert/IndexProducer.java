package io.earlybrd.matcher.alert;

import io.earlybrd.matcher.index.AlertIndex;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the index. */
class IndexProducer {

    @Produces
    @Singleton
    AlertIndex index(@ConfigProperty(name = "matcher.alert.directory") Path directory) {
        return new AlertIndex(directory);
    }

    void close(@Disposes AlertIndex index) {
        index.close();
    }
}
