package io.earlybrd.matcher.alert;

import io.earlybrd.events.Topic;
import io.earlybrd.matcher.place.PlaceList;
import io.earlybrd.matcher.topic.WholeTopic;
import io.earlybrd.matcher.topic.WholeTopics;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Keeps the index at what the {@code alerts} topic says. Jobs are not taken before everything has been read that was there at the start:
 * a job that met half of the alerts would never come back for the others.
 */
@ApplicationScoped
public class AlertFeed {

    private static final String JOBS = "jobs";

    /** Of one partition; more take no less time each, and hold up jobs for longer. */
    private static final int AT_ONCE = 32;

    private final WholeTopics topics;
    private final AlertRecords records;
    private final ChannelRegistry channels;
    private volatile Optional<WholeTopic> alerts = Optional.empty();

    AlertFeed(WholeTopics topics, AlertRecords records, ChannelRegistry channels) {
        this.topics = topics;
        this.records = records;
        this.channels = channels;
    }

    /** Whether all alerts are in memory that were there at the start. */
    public boolean caughtUp() {
        return alerts.filter(WholeTopic::caughtUp).isPresent();
    }

    void start(@Observes StartupEvent event) {
        // While the broker is being asked for the first alerts.
        Thread places = new Thread(PlaceList::prepare, "places");
        places.setDaemon(true);
        places.start();
        alerts = Optional.of(topics.read(Topic.ALERTS, Optional.empty(), new WholeTopic.Reader() {
            @Override
            public void read(List<ConsumerRecord<String, byte[]>> next) {
                records.take(next);
            }

            @Override
            public int atOnce() {
                return AT_ONCE;
            }

            @Override
            public int threads() {
                return Runtime.getRuntime().availableProcessors();
            }

            @Override
            public void reachedEnd() {
                takeJobs();
            }
        }));
    }

    void stop(@Observes ShutdownEvent event) {
        alerts.ifPresent(WholeTopic::close);
    }

    private void takeJobs() {
        channels.getPausable(JOBS).resume();
        Log.infof("alerts are in memory, jobs are taken alerts=%d", records.held());
    }
}
