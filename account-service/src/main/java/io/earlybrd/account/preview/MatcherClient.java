package io.earlybrd.account.preview;

import io.earlybrd.events.call.ServiceCallFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The matcher's API. JSON goes as text, because the contract has its own way of writing it. */
@RegisterRestClient(configKey = "matcher")
@RegisterProvider(ServiceCallFilter.class)
@Path("/api/preview")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface MatcherClient {

    /** What a query and filters find among the jobs of the last 30 days; 4xx with problem details if the query is none. */
    @POST
    Uni<String> preview(String request);
}
