package io.earlybrd.matcher.recent;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.Topic;
import io.earlybrd.matcher.job.JobLanes;
import io.earlybrd.matcher.topic.WholeTopic;
import io.earlybrd.matcher.topic.WholeTopics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills the store of recent jobs from the {@code jobs} topic, whichever instance matches them. */
@ApplicationScoped
public class RecentJobsFeed implements WholeTopic.Reader {

    /** About how many jobs preview can find. */
    static final String HELD = "earlybrd.job.held";

    /** So long at most a job waits for those that are being matched: a mail is more urgent than a preview. Still 100 a second. */
    private static final Duration LET_PASS = Duration.ofMillis(10);

    private final WholeTopics topics;
    private final RecentJobs jobs;
    private final JobLanes lanes;
    private final Clock clock;
    private volatile Optional<WholeTopic> topic = Optional.empty();
    private Instant cleaned = Instant.MIN;

    RecentJobsFeed(WholeTopics topics, RecentJobs jobs, JobLanes lanes, Clock clock, MeterRegistry registry) {
        this.topics = topics;
        this.jobs = jobs;
        this.lanes = lanes;
        this.clock = clock;
        Gauge.builder(HELD, jobs, RecentJobs::count).register(registry);
    }

    /** Whether all jobs are there that were there at the start. */
    public boolean caughtUp() {
        return topic.filter(WholeTopic::caughtUp).isPresent();
    }

    @Override
    public void read(List<ConsumerRecord<String, byte[]>> records) {
        records.forEach(this::read);
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        lanes.letPass(LET_PASS);
        try {
            apply(record);
        } catch (RuntimeException e) {
            // Whatever is wrong with it, it would be wrong again. The consumer group moves it to the dead letters.
            Log.debugf(e, "job not stored partition=%d offset=%d", record.partition(), record.offset());
        }
        forgetOld();
    }

    @Override
    public void reachedEnd() {
        // Until then, preview says that it is incomplete.
    }

    void start(@Observes StartupEvent event) {
        topic = Optional.of(topics.read(Topic.JOBS, Optional.of(clock.instant().minus(RecentJobs.KEPT)), this));
    }

    void stop(@Observes ShutdownEvent event) {
        topic.ifPresent(WholeTopic::close);
        jobs.close();
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        CloudEvent attributes = CloudEvent.of(record.headers());
        if (attributes.type().equals(JobPosted.class.getSimpleName())) {
            JobPosted job = EventJson.read(record.value(), JobPosted.class);
            jobs.add(job, Instant.ofEpochMilli(record.timestamp()));
        } else if (attributes.type().equals(JobClosed.class.getSimpleName())) {
            jobs.close(EventJson.read(record.value(), JobClosed.class));
        }
    }

    private void forgetOld() {
        Instant now = clock.instant();
        if (now.isAfter(cleaned.plus(RecentJobs.KEPT.dividedBy(30)))) {
            jobs.forgetBefore(now);
            cleaned = now;
        }
    }

    /** Makes the store. */
    static class Store {

        @Produces
        @Singleton
        RecentJobs recentJobs(@ConfigProperty(name = "matcher.recent.directory") Path directory) {
            return new RecentJobs(directory);
        }
    }
}
