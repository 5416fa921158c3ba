package io.earlybrd.bench.matcher;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.JobPosted;
import java.util.List;
import java.util.UUID;

/** One way of finding the alerts that a job is for. */
interface Contender extends AutoCloseable {

    /** As results name it. */
    String name();

    /** Takes more alerts. */
    void add(List<AlertSaved> alerts);

    /** How many alerts the job is for: the work that is measured, from the posted job to the whole list of alerts. */
    int count(JobPosted job);

    /** The alerts that the job is for, in the order of their ids. */
    List<UUID> matching(JobPosted job);

    @Override
    void close();
}
