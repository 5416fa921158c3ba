package io.earlybrd.scraper.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.scraper.testing.Boards;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestSource;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An employer's own site, from its sitemap to what is told of its jobs. */
@ServiceTest
class SitemapCrawlTest {

    private static final String SITE = "http://127.0.0.1:" + Boards.site().port();

    private final String path = "/" + UUID.randomUUID();

    @Test
    @Tag("S2")
    void jobsBehindASitemap_arePublishedAndClosedWhenTheyLeaveIt() {
        // Given
        sitemap("/jobs/cook", "/jobs/bosun", "/jobs/galley-tour");
        job("/jobs/cook", "Cook");
        job("/jobs/bosun", "Bosun");
        Boards.site().page(path + "/jobs/galley-tour", "<html><body>No job at all</body></html>");

        // When
        TestSource source = TestSource.add(Map.of("provider", "jobposting", "url", SITE + path + "/sitemap.xml"))
                .crawled();

        // Then
        assertThat(source.posted()).extracting(JobPosted::title).containsExactlyInAnyOrder("Cook", "Bosun");
        assertThat(source.posted()).extracting(JobPosted::company).containsOnly("Galley");
        assertThat(source.column("health")).isEqualTo("healthy");

        // When
        sitemap("/jobs/cook", "/jobs/galley-tour");
        source.crawlAgain();

        // Then
        String bosun = source.posted().stream()
                .filter(job -> job.title().equals("Bosun"))
                .map(JobPosted::jobId)
                .findFirst()
                .orElseThrow();
        assertThat(source.closed()).extracting(JobClosed::jobId).containsExactly(bosun);
    }

    private void sitemap(String... pages) {
        String entries = Arrays.stream(pages)
                .map(page -> "<url><loc>" + SITE + path + page + "</loc></url>")
                .collect(Collectors.joining());
        Boards.site().page(path + "/sitemap.xml", "<urlset>" + entries + "</urlset>");
    }

    private void job(String page, String title) {
        Boards.site().page(path + page, """
                <html><head><script type="application/ld+json">
                {"@type": "JobPosting", "title": "%s", "hiringOrganization": {"name": "Galley"}, "description": "<p>At sea.</p>"}
                </script></head></html>""".formatted(title));
    }
}
