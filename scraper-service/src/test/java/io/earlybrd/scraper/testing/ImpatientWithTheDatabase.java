package io.earlybrd.scraper.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Waits for the database for seconds only, so that a test need not wait longer. */
public class ImpatientWithTheDatabase implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "earlybrd.scraper.database.timeout",
                "5s",
                "quarkus.datasource.reactive.additional-properties.statement_timeout",
                "2s");
    }
}
