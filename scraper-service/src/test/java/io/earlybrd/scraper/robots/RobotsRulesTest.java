package io.earlybrd.scraper.robots;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.fetch.FetchFailure;
import io.earlybrd.scraper.fetch.WebUrl;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S4")
class RobotsRulesTest {

    private static final WebUrl FILE = WebUrl.parse("https://site.example/robots.txt");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "User-agent: *\\nDisallow: /jobs | /jobs/1 | false",
                "User-agent: *\\nDisallow: /jobs | /feed | true",
                "User-agent: EarlyBrd\\nDisallow: /\\nUser-agent: *\\nAllow: / | /feed | false",
                "User-agent: *\\nDisallow: /\\nUser-agent: earlybrd\\nAllow: / | /feed | true",
                "User-agent: EarlyBird\\nDisallow: / | /feed | true",
                "User-agent: *\\nDisallow: /\\nAllow: /feed | /feed.xml | true",
                "User-agent: *\\nDisallow: /*?page= | /jobs?page=2 | false",
                "User-agent: *\\nCrawl-delay: 900\\nDisallow: /x | /feed | true",
                "User-agent: *\\nDisallow: / | /robots.txt | true",
                "<html>not found</html> | /feed | true",
                "'' | /feed | true"
            })
    void file_isObeyed(String file, String target, boolean allowed) {
        RobotsRules rules = RobotsRules.parse(FILE, file.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(allows(rules, target)).isEqualTo(allowed);
    }

    private static boolean allows(RobotsRules rules, String target) {
        try {
            rules.check(FILE.resolve(target));
            return true;
        } catch (FetchFailure e) {
            assertThat(e.kind()).isEqualTo(FetchFailure.Kind.DISALLOWED);
            return false;
        }
    }
}
