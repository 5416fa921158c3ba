package io.earlybrd.matcher.match;

import io.earlybrd.events.Reason;
import java.util.List;

/**
 * Only remote jobs, or none. "Only" asks for evidence: a job that does not say is not sent, because most jobs that do not say are not
 * remote. "None" refuses what can be done remotely only.
 */
enum RemoteCondition implements Condition {
    ONLY,
    NONE;

    @Override
    public Verdict verdict(JobText job) {
        return this == ONLY ? job.remote() : job.onlyRemote().not();
    }

    @Override
    public boolean isMetBy(JobText job) {
        return this == ONLY ? job.remote() == Verdict.YES : job.onlyRemote() != Verdict.YES;
    }

    @Override
    public List<Reason> reasons(JobText job) {
        return this == ONLY ? List.of(new Reason("remote", "workplace", 0)) : List.of();
    }

    @Override
    public ClauseVerdict explain(JobText job) {
        return ClauseVerdict.ofFilter("remote", this == ONLY ? "only remote" : "no remote", this, job);
    }
}
