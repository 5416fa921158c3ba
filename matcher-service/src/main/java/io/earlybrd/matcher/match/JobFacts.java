package io.earlybrd.matcher.match;

import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.JobTimes;
import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the filters of alerts read of a job, in three groups. The facts of a group are the same for many jobs, so it is cheaper to ask
 * the engine about each set of facts once than about each job.
 */
public enum JobFacts {
    /** Places, workplace, and whether the title says that it is remote. */
    WHERE {
        @Override
        Known of(JobPosted job) {
            boolean titleSaysRemote =
                    JobText.of(Known.title(job.title()).asJob()).remote() == Verdict.YES;
            return new Known(
                    titleSaysRemote ? "remote" : "",
                    "",
                    job.places(),
                    job.workplace(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    },
    /** The employer. */
    EMPLOYER {
        @Override
        Known of(JobPosted job) {
            return new Known(
                    "",
                    job.company(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    },
    /** Pay, kind of employment and seniority. */
    TERMS {
        @Override
        Known of(JobPosted job) {
            return new Known("", "", List.of(), Optional.empty(), job.salary(), job.employmentType(), job.seniority());
        }
    };

    /** A job of which nothing is known. */
    static final JobText NOTHING = JobText.of(Known.title("").asJob());

    abstract Known of(JobPosted job);

    /** The facts of a job; equal for jobs that are equal in them. */
    public byte[] write(JobPosted job) {
        return EventJson.write(of(job)).getBytes(StandardCharsets.UTF_8);
    }

    /** A job of which only these facts are known. */
    public static JobText read(byte[] facts) {
        return JobText.of(EventJson.read(facts, Known.class).asJob());
    }

    /** Facts as they are written. */
    record Known(
            String title,
            String company,
            List<Place> places,
            Optional<String> workplace,
            Optional<Salary> salary,
            Optional<String> employmentType,
            Optional<String> seniority) {

        static Known title(String title) {
            return new Known(
                    title, "", List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        JobPosted asJob() {
            return new JobPosted(
                    "",
                    0,
                    "",
                    company,
                    title,
                    places,
                    workplace,
                    "",
                    salary,
                    employmentType,
                    seniority,
                    URI.create(""),
                    new JobTimes(Optional.empty(), Instant.EPOCH, Instant.EPOCH),
                    false,
                    Optional.empty());
        }
    }
}
