package io.earlybrd.scraper.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.testkit.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What alarms refer to is there. */
@Tag("G14")
class AlarmsTest {

    private String rules;

    @BeforeEach
    void read() throws IOException {
        rules = Files.readString(ProjectRoot.path().resolve("deploy/monitoring/scraper-alarms.yml"));
    }

    @Test
    @Tag("S7")
    void everyAlarm_hasAChapterOfARunbook() throws IOException {
        List<String> alarms = found("alert: (\\w+)");
        assertThat(alarms).isNotEmpty();
        assertThat(found("runbook: \\S+#(\\w+)"))
                .containsExactlyElementsOf(
                        alarms.stream().map(String::toLowerCase).toList());
        for (String file : found("runbook: (\\S+)#")) {
            String runbook = Files.readString(ProjectRoot.path().resolve(file));
            assertThat(alarms).allSatisfy(alarm -> assertThat(runbook).contains("## " + alarm + "\n"));
        }
    }

    @Test
    void alarms_areOfMetersThatThereAre() {
        Set<String> meters = Set.of(
                name(OverdueSources.OVERDUE) + "_seconds",
                name(SourceCounts.SOURCES),
                name(HealthNews.REPORTED) + "_total",
                name(LookMetrics.DISBELIEVED) + "_total");

        assertThat(new TreeSet<>(found("(earlybrd_\\w+)"))).isSubsetOf(meters).isNotEmpty();
    }

    private List<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(rules)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toList());
    }

    private static String name(String meter) {
        return meter.replace('.', '_');
    }
}
