package io.earlybrd.notifier.unsubscribe;

import io.earlybrd.notifier.page.PageFrame;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * The links in alert mails (RFC 8058). GET shows and changes nothing, because mail scanners open every link; POST stops, without
 * cookie, log-in or redirect, and is committed before it is answered. All of it works the second time as it did the first.
 */
@Path("/u/{token}")
@Produces(MediaType.TEXT_HTML)
// Finished though the client leaves: work that is cut off never gives its database connection back.
@Cancellable(false)
public class UnsubscribeResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ask(PageFrame frame, String token, StopFacts facts, boolean all);

        static native TemplateInstance stopped(PageFrame frame, StopFacts facts, boolean all);

        static native TemplateInstance unknown(PageFrame frame);
    }

    private static final String ALL = "all";
    private static final String THESE = "these";
    private static final String ONE_CLICK = "One-Click";

    private final StopTokens tokens;
    private final Stops stops;
    private final StopPages pages;
    private final PageFrame frame;

    UnsubscribeResource(StopTokens tokens, Stops stops, StopPages pages, PageFrame frame) {
        this.tokens = tokens;
        this.stops = stops;
        this.pages = pages;
        this.frame = frame;
    }

    /** Shows what can be stopped. */
    @GET
    public Uni<RestResponse<TemplateInstance>> ask(@RestPath String token, @RestQuery Optional<String> what) {
        return tokens.read(token)
                .map(stoppable -> ask(token, stoppable, what.filter(ALL::equals).isPresent()))
                .orElseGet(this::unknown);
    }

    /** Stops the alerts of the mail, or all of the subscriber's; asks if the body says neither. */
    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<RestResponse<TemplateInstance>> stop(
            @RestPath String token,
            @RestForm("List-Unsubscribe") Optional<String> oneClick,
            @RestForm Optional<String> what) {
        Optional<Stoppable> stoppable = tokens.read(token);
        if (stoppable.isEmpty()) {
            return unknown();
        }
        boolean all = what.filter(ALL::equals).isPresent();
        boolean these = what.filter(THESE::equals).isPresent()
                || oneClick.filter(ONE_CLICK::equals).isPresent();
        return all || these ? stop(stoppable.get(), all) : ask(token, stoppable.get(), false);
    }

    /** A POST without a form: somebody found the link without the header that says what to send. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<RestResponse<TemplateInstance>> askAgain(@RestPath String token) {
        return ask(token, Optional.empty());
    }

    private Uni<RestResponse<TemplateInstance>> stop(Stoppable stoppable, boolean all) {
        return Panache.withTransaction(() -> (all ? stops.stopAll(stoppable.subscriberId()) : stops.stop(stoppable))
                        .chain(() -> pages.of(stoppable)))
                .map(facts -> RestResponse.ok(Templates.stopped(frame, facts, all)));
    }

    private Uni<RestResponse<TemplateInstance>> ask(String token, Stoppable stoppable, boolean all) {
        return Panache.withSession(() -> pages.of(stoppable))
                .map(facts -> RestResponse.ok(Templates.ask(frame, token, facts, all)));
    }

    private Uni<RestResponse<TemplateInstance>> unknown() {
        return Uni.createFrom().item(RestResponse.status(RestResponse.Status.NOT_FOUND, Templates.unknown(frame)));
    }
}
