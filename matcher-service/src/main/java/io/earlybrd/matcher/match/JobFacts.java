package io.earlybrd.matcher.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earlybrd.events.JobPosted;
import io.earlybrd.events.JobTimes;
import io.earlybrd.events.Repost;
import io.earlybrd.matcher.place.JobPlaces;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the filters of alerts read of a job, in groups. The facts of a group are the same for many jobs, so it is cheaper to ask the
 * engine about each set of facts once than about each job. They are kept as the engine has read them, names as they are compared and
 * places looked up, so that they cost little to ask about. The groups come in the order of that effort, the least first, so that it is
 * spared where another filter has decided.
 */
public enum JobFacts {
    /** The employer. */
    EMPLOYER {
        @Override
        public byte[] write(JobText job) {
            return job.comparableCompany().getBytes(UTF_8);
        }

        @Override
        public JobText read(ByteBuffer facts) {
            return NOTHING.by(UTF_8.decode(facts).toString());
        }
    },
    /** What it pays. */
    PAY {
        @Override
        public byte[] write(JobText job) {
            Pay pay = job.pay();
            byte[] currency = pay.currency().getBytes(UTF_8);
            return ByteBuffer.allocate(Byte.BYTES + 2 * Long.BYTES + currency.length)
                    .put((byte) (pay.stated() ? 1 : 0))
                    .putLong(pay.lower())
                    .putLong(pay.upper())
                    .put(currency)
                    .array();
        }

        @Override
        public JobText read(ByteBuffer facts) {
            boolean stated = facts.get() != 0;
            long lower = facts.getLong();
            long upper = facts.getLong();
            return NOTHING.paying(new Pay(UTF_8.decode(facts).toString(), stated, lower, upper));
        }
    },
    /** Kind of employment and seniority, whether an agency placed it, and whether it was listed before. */
    KIND {
        @Override
        public byte[] write(JobText job) {
            JobPosted posted = job.job();
            return FactsCode.write(List.of(
                    posted.employmentType(),
                    posted.seniority(),
                    posted.agency().filter(placed -> placed).map(placed -> "agency"),
                    posted.repost().map(before -> "repost")));
        }

        @Override
        public JobText read(ByteBuffer written) {
            List<Optional<String>> facts = FactsCode.read(written);
            return JobText.of(posted(
                    facts.get(0),
                    facts.get(1),
                    facts.get(2).map(placed -> true),
                    facts.get(3).map(before -> LISTED_BEFORE)));
        }
    },
    /** Places, and whether it can be done, or can only be done, from elsewhere. */
    WHERE {
        @Override
        public byte[] write(JobText job) {
            byte[] places = job.whereabouts().places().write();
            return ByteBuffer.allocate(2 * Byte.BYTES + places.length)
                    .put((byte) job.remote().ordinal())
                    .put((byte) job.onlyRemote().ordinal())
                    .put(places)
                    .array();
        }

        @Override
        public JobText read(ByteBuffer facts) {
            Verdict remote = VERDICTS.get(facts.get());
            Verdict onlyRemote = VERDICTS.get(facts.get());
            return NOTHING.at(JobPlaces.read(facts), remote, onlyRemote);
        }
    };

    /** A job of which nothing is known. */
    static final JobText NOTHING =
            JobText.of(posted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

    private static final List<Verdict> VERDICTS = List.of(Verdict.values());

    /** No filter asks how often or since when. */
    private static final Repost LISTED_BEFORE = new Repost(1, Instant.EPOCH);

    /** The facts of a job; equal for jobs that are equal in them. They hold for this process. */
    public abstract byte[] write(JobText job);

    /** A job of which only these facts are known. */
    public abstract JobText read(ByteBuffer facts);

    private static JobPosted posted(
            Optional<String> employmentType,
            Optional<String> seniority,
            Optional<Boolean> agency,
            Optional<Repost> repost) {
        return new JobPosted(
                "",
                0,
                "",
                "",
                "",
                List.of(),
                Optional.empty(),
                "",
                Optional.empty(),
                employmentType,
                seniority,
                URI.create(""),
                new JobTimes(Optional.empty(), Instant.EPOCH, Instant.EPOCH),
                false,
                Optional.empty(),
                agency,
                repost);
    }
}
