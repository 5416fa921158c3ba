package io.earlybrd.scraper.robots;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as sites write them, with what RFC 9309 makes of them. */
@Tag("S4")
class RobotsFilesTest {

    private static final WebUrl FILE = WebUrl.parse("https://site.example/robots.txt");

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "merge-rules, wget, /foo/bar, true",
        "merge-rules, wget, /tmp/bar, false",
        "merge-rules, wget, /ckh/bar, true",
        "merge-rules, curl, /jobs, false",
        "merge-rules, earlybrd, /foo/bar, false",
        "merge-rules, earlybrd, /jobs, true",
        "rfc9309-example-rule-group-merging, examplebot, /foo, false",
        "rfc9309-example-rule-group-merging, examplebot, /baz, false",
        "rfc9309-example-rule-group-merging, examplebot, /jobs, true",
        "rfc9309-example-rule-group-merging, bazbot, /foo, true",
        "rfc9309-example-rule-group-merging, earlybrd, /bar, false",
        "rfc9309-example-rule-group-merging, earlybrd, /baz, true",
        "extensions-group-merging, mybot, /private/jobs, false",
        "extensions-group-merging, yourbot, /private/jobs, false",
        "extensions-group-merging, mybot, /jobs, true",
        "extensions-group-merging, earlybrd, /jobs, false",
        "extensions-group-merging, earlybrd, /llms.txt, true",
        "malformed-path, earlybrd, /wiki/Wikipedia_talk:Mediation_Committee/1, false",
        "malformed-path, earlybrd, /wiki/Main, true",
        "wildcards, earlybrd, /gp/cart/view, false",
        "wildcards, earlybrd, /gp/jobs, true",
        "relative-sitemap-robots, earlybrd, /docs/jobs, false",
        "relative-sitemap-robots, earlybrd, /jobs, true",
        "robots-with-utf8-bom, earlybrd, /profile, false",
        "robots-with-utf8-bom, earlybrd, /en/output/print, false",
        "robots-with-utf8-bom, earlybrd, /jobs, true",
        "extended-standard-robots, botone, /jobs, true",
        "astore.amazon.com-robots, earlybrd, /jobs, true"
    })
    void recordedFile_allowsWhatTheStandardSays(String name, String product, String path, boolean allowed)
            throws IOException {
        byte[] file = Files.readAllBytes(file(name));

        assertThat(RobotsRules.parse(FILE, file, product).rules().isAllowed("https://site.example" + path))
                .isEqualTo(allowed);
    }

    @Test
    void everyRecordedFile_isReadForEverybody() throws IOException {
        List<Path> files = SharedData.files("jobs/robots-sitemaps-crawlercommons/robots__*.txt");

        assertThat(files).hasSizeGreaterThanOrEqualTo(12);
        for (Path file : files) {
            assertThat(RobotsRules.parse(FILE, Files.readAllBytes(file)).readable())
                    .as("%s", file)
                    .isTrue();
        }
    }

    @Test
    void siteThatWantsLongWaits_isNotForbiddenForThat() {
        byte[] file = "User-agent: *\nCrawl-delay: 86400\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(RobotsRules.parse(FILE, file).rules().isAllowed("https://site.example/jobs"))
                .isTrue();
    }

    private static Path file(String name) {
        return SharedData.path("jobs/robots-sitemaps-crawlercommons/robots__" + name + ".txt");
    }
}
