package io.earlybrd.bench.corpus;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.JobPosted;
import java.util.List;

/** Jobs, and alerts of people who look for such jobs. The same in every run: the n-th alert depends on n alone. */
public interface Corpus {

    /** How a result names it. */
    String name();

    /** The n-th alert, counted from 0; made anew at each call, so that millions of them need no memory. */
    AlertSaved alert(long n);

    /** The jobs that are matched, at most so many. */
    List<JobPosted> jobs(int limit);

    /** Other jobs of the same kind, from which frequencies of words may be learned, at most so many. */
    List<JobPosted> earlierJobs(int limit);
}
