package io.earlybrd.scraper.posting;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.testkit.AtOnce;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** That sources which are crawled at the same moment make no job twice and never wait for each other for ever. */
@ServiceTest
@Tag("S8")
@Tag("G3")
class ConcurrentCrawlsTest {

    private static final int SOURCES = 6;
    private static final int JOBS = 40;

    @Inject
    PostingStore store;

    private final String company = "Oakline " + UUID.randomUUID();

    @RepeatedTest(3)
    void sourcesThatListTheSameJobsAtOnce_tellEachOnce() {
        // Given
        List<CrawledSource> sources = IntStream.range(0, SOURCES)
                .mapToObj(i -> CrawledSource.board(store))
                .toList();

        // When
        List<Changes> first = AtOnce.times(SOURCES, i -> sources.get(i).lists(all(i)));
        List<Changes> half = AtOnce.times(
                SOURCES,
                i -> i % 2 == 0
                        ? sources.get(i).lists(all(i).subList(0, 1))
                        : sources.get(i).lists(all(i)));

        // Then
        assertThat(first.stream().mapToInt(Changes::fresh).sum()).isEqualTo(JOBS);
        assertThat(half).extracting(Changes::closed).containsOnly(0);
        List<JobPosted> told = CrawledSource.told(JobPosted.class, company);
        assertThat(told).filteredOn(job -> job.version() == 1).hasSize(JOBS);
        assertThat(told).extracting(job -> job.jobId() + " " + job.version()).doesNotHaveDuplicates();
        assertThat(SCRAPER.number(
                        "select count(*) from posting join job on job.job_id = posting.folded_into"
                                + " where posting.shown ->> 'company' = ? and posting.closed_at is null",
                        company))
                .isEqualTo(SOURCES / 2 * JOBS + SOURCES / 2);

        // When
        List<Changes> last = AtOnce.times(SOURCES, i -> sources.get(i).lists(other(i)));

        // Then
        assertThat(last.stream().mapToInt(Changes::closed).sum()).isEqualTo(JOBS);
        assertThat(sources.stream()
                        .flatMap(source -> CrawledSource.told(JobClosed.class, source.name()).stream())
                        .map(JobClosed::jobId))
                .hasSize(JOBS)
                .doesNotHaveDuplicates();
    }

    /** The same jobs on each source, in another order and in another place each. */
    private List<Posting> all(int source) {
        List<Posting> postings = new ArrayList<>(IntStream.range(0, JOBS)
                .mapToObj(i -> Texts.draft(
                                "" + i, company, "Welder " + i, "City" + source, Texts.of(company.hashCode() + i, 120))
                        .posting())
                .toList());
        Collections.shuffle(postings, new Random(source));
        return postings;
    }

    private List<Posting> other(int source) {
        return List.of(Texts.draft("other", company, "Fitter " + source, "Oslo", "Fit.")
                .posting());
    }
}
