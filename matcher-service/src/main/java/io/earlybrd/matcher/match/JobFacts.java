package io.earlybrd.matcher.match;

import io.earlybrd.events.JobPosted;
import io.earlybrd.events.JobTimes;
import io.earlybrd.events.Place;
import io.earlybrd.events.Repost;
import io.earlybrd.events.Salary;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the filters of alerts read of a job, in groups. The facts of a group are the same for many jobs, so it is cheaper to ask the
 * engine about each set of facts once than about each job. The groups come in the order of that effort, the least first, so that it is
 * spared where another filter has decided.
 */
public enum JobFacts {
    /** The employer. */
    EMPLOYER {
        @Override
        List<Optional<String>> of(JobPosted job) {
            return List.of(Optional.of(job.company()));
        }

        @Override
        JobPosted asJob(List<Optional<String>> facts) {
            return new Known().by(facts.get(0).orElseThrow()).asJob();
        }
    },
    /** What it pays. */
    PAY {
        @Override
        List<Optional<String>> of(JobPosted job) {
            return job.salary()
                    .map(pay -> List.of(
                            pay.minMinor().map(String::valueOf),
                            pay.maxMinor().map(String::valueOf),
                            Optional.of(pay.currency()),
                            Optional.of(pay.period())))
                    .orElse(List.of());
        }

        @Override
        JobPosted asJob(List<Optional<String>> facts) {
            Optional<Salary> salary = facts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Salary(
                            facts.get(0).map(Long::valueOf),
                            facts.get(1).map(Long::valueOf),
                            facts.get(2).orElseThrow(),
                            facts.get(3).orElseThrow()));
            return new Known().pays(salary).asJob();
        }
    },
    /** Kind of employment and seniority, whether an agency placed it, and whether it was listed before. */
    KIND {
        @Override
        List<Optional<String>> of(JobPosted job) {
            return List.of(
                    job.employmentType(),
                    job.seniority(),
                    job.agency().filter(placed -> placed).map(placed -> "agency"),
                    job.repost().map(before -> "repost"));
        }

        @Override
        JobPosted asJob(List<Optional<String>> facts) {
            return new Known()
                    .is(facts.get(0), facts.get(1))
                    .listed(facts.get(2).isPresent(), facts.get(3).isPresent())
                    .asJob();
        }
    },
    /** Places, workplace, and whether the title says that it is remote. */
    WHERE {
        @Override
        List<Optional<String>> of(JobPosted job) {
            JobPosted title = new Known().titled(job.title()).asJob();
            boolean titleSaysRemote = JobText.of(title).remote() == Verdict.YES;
            List<Optional<String>> facts = new ArrayList<>();
            facts.add(titleSaysRemote ? Optional.of("remote") : Optional.empty());
            facts.add(job.workplace());
            for (Place place : job.places()) {
                facts.addAll(List.of(Optional.of(place.text()), place.city(), place.region(), place.country()));
            }
            return facts;
        }

        @Override
        JobPosted asJob(List<Optional<String>> facts) {
            List<Place> places = new ArrayList<>();
            for (int i = 2; i < facts.size(); i += 4) {
                places.add(new Place(facts.get(i).orElseThrow(), facts.get(i + 1), facts.get(i + 2), facts.get(i + 3)));
            }
            return new Known()
                    .titled(facts.get(0).orElse(""))
                    .at(facts.get(1), places)
                    .asJob();
        }
    };

    /** A job of which nothing is known. */
    static final JobText NOTHING = JobText.of(new Known().asJob());

    abstract List<Optional<String>> of(JobPosted job);

    abstract JobPosted asJob(List<Optional<String>> facts);

    /** The facts of a job; equal for jobs that are equal in them. */
    public byte[] write(JobPosted job) {
        return FactsCode.write(of(job));
    }

    /** A job of which only these facts are known. */
    public JobText read(ByteBuffer facts) {
        return JobText.of(asJob(FactsCode.read(facts)));
    }

    /** A job of which nothing is known but what is said here. */
    private static final class Known {

        private static final URI NO_URL = URI.create("");
        private static final JobTimes NO_TIMES = new JobTimes(Optional.empty(), Instant.EPOCH, Instant.EPOCH);
        /** No filter asks how often or since when. */
        private static final Repost LISTED_BEFORE = new Repost(1, Instant.EPOCH);

        private String title = "";
        private String company = "";
        private List<Place> places = List.of();
        private Optional<String> workplace = Optional.empty();
        private Optional<Salary> salary = Optional.empty();
        private Optional<String> employmentType = Optional.empty();
        private Optional<String> seniority = Optional.empty();
        private Optional<Boolean> agency = Optional.empty();
        private Optional<Repost> repost = Optional.empty();

        Known titled(String said) {
            title = said;
            return this;
        }

        Known by(String employer) {
            company = employer;
            return this;
        }

        Known at(Optional<String> saidWorkplace, List<Place> saidPlaces) {
            workplace = saidWorkplace;
            places = saidPlaces;
            return this;
        }

        Known pays(Optional<Salary> said) {
            salary = said;
            return this;
        }

        Known is(Optional<String> saidType, Optional<String> saidSeniority) {
            employmentType = saidType;
            seniority = saidSeniority;
            return this;
        }

        Known listed(boolean byAgency, boolean before) {
            agency = byAgency ? Optional.of(true) : Optional.empty();
            repost = before ? Optional.of(LISTED_BEFORE) : Optional.empty();
            return this;
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
                    NO_URL,
                    NO_TIMES,
                    false,
                    Optional.empty(),
                    agency,
                    repost);
        }
    }
}
