package io.earlybrd.events;

import java.util.List;

/**
 * A job is for these subscribers. Topic {@code matches}, owner matcher. The key is the number of the partition, and a record holds
 * only subscribers whose id hashes to it, as in {@link Topic#partitionOf(String)}: one popular job makes a few hundred records, not
 * a hundred thousand. The event's id is a hash of job, version, partition and chunk: it says which record of the job this is, not
 * whom it names. A replay publishes the same ids, but where alerts have changed in the meantime a record may name others under the id
 * of an earlier one. So a consumer must not skip a record because it knows the id; what it does is unique by subscriber and job.
 *
 * @param jobId the job
 * @param jobVersion the version that was matched
 * @param partition the partition of {@code matches} that all its subscribers hash to
 * @param chunk counts the records of one job, version and partition from 0
 * @param job what a mail shows of it
 * @param subscribers at most {@value #MAX_SUBSCRIBERS}
 * @param hops when it passed each hop
 */
public record JobMatched(
        String jobId,
        long jobVersion,
        int partition,
        int chunk,
        JobSummary job,
        List<SubscriberMatch> subscribers,
        HopTimes hops)
        implements Event {

    public static final int MAX_SUBSCRIBERS = 500;

    public JobMatched {
        subscribers = List.copyOf(subscribers);
    }

    @Override
    public String key() {
        return Integer.toString(partition);
    }
}
