package io.earlybrd.matcher.explain;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.UnreadableEvent;
import io.earlybrd.events.call.ServiceOnly;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.recent.RecentJob;
import io.earlybrd.matcher.recent.RecentJobs;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;

/** Tells the pages why a job is or is not for an alert. */
@Path("/api/explain")
@ServiceOnly
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ExplainResource {

    private final RecentJobs jobs;

    ExplainResource(RecentJobs jobs) {
        this.jobs = jobs;
    }

    /** The verdict of each clause; 404 if the job is not among the recent ones. */
    @POST
    @Blocking
    public String explain(byte[] body) {
        ExplainRequest request = EventJson.read(body, ExplainRequest.class);
        if (request.alert() == null) {
            throw new UnreadableEvent("alert is missing", null);
        }
        Criteria criteria = Criteria.of(
                Objects.requireNonNullElse(request.alert().query(), ""),
                request.alert().filters().orElse(AlertFilters.NONE));
        return EventJson.write(Explanation.of(criteria, JobText.of(job(request))));
    }

    private JobPosted job(ExplainRequest request) {
        return request.job()
                .or(() -> jobs.find(request.jobId().orElse("")).map(RecentJob::posted))
                .orElseThrow(() -> new NotFoundException("This job is not among those of the last 30 days."));
    }
}
