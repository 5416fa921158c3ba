package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.testkit.ProjectRoot;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a service lets its operator set stands in the guide. */
class ConfigurationGuideTest {

    @ParameterizedTest
    @ValueSource(strings = {"account", "scraper", "matcher", "notifier", "billing"})
    void everyHouseKeyOfAService_standsInTheGuide(String service) throws IOException {
        String guide = Files.readString(ProjectRoot.path().resolve("docs/configuration.md"));

        assertThat(keys(service + "-service/src/main/resources/application.properties")
                        .stringPropertyNames())
                .filteredOn(key -> !key.startsWith("quarkus.") && !key.startsWith("mp.") && !key.startsWith("%"))
                .filteredOn(key -> !key.equals("earlybrd.required-config"))
                .allSatisfy(key -> assertThat(guide).contains("`" + key + "`"));
    }

    private static Properties keys(String file) throws IOException {
        Properties keys = new Properties();
        Path path = ProjectRoot.path().resolve(file);
        try (Reader reader = Files.newBufferedReader(path)) {
            keys.load(reader);
        }
        return keys;
    }
}
