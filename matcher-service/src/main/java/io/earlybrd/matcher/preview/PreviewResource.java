package io.earlybrd.matcher.preview;

import io.earlybrd.events.EventJson;
import io.earlybrd.events.call.ServiceOnly;
import io.earlybrd.matcher.recent.RecentJobsFeed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells the pages what an alert would have found. */
@Path("/api/preview")
@ServiceOnly
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PreviewResource {

    private final Preview preview;
    private final RecentJobsFeed feed;

    PreviewResource(Preview preview, RecentJobsFeed feed) {
        this.preview = preview;
        this.feed = feed;
    }

    /** Count and newest jobs; a problem with column and advice if the words are no query. */
    @POST
    @Blocking
    public String preview(byte[] body) {
        PreviewRequest request = EventJson.read(body, PreviewRequest.class);
        PreviewAnswer answer = preview.of(Question.of(request));
        return EventJson.write(feed.caughtUp() ? answer : answer.incomplete());
    }
}
