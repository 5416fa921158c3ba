package io.earlybrd.account.admin;

import io.earlybrd.account.session.CurrentSubscriber;
import io.earlybrd.account.source.Reply;
import io.earlybrd.account.source.Scraper;
import io.earlybrd.account.source.WatchedSource;
import io.earlybrd.account.web.Links;
import io.earlybrd.account.web.Notice;
import io.earlybrd.account.web.Responses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The sources: how they fare, and what an admin does with them. */
@Path("/admin/sources")
@Cancellable(false)
@Authenticated
@AdminsOnly
@Produces(MediaType.TEXT_HTML)
class SourcesResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(SourcesPage page);
    }

    private final SourcesPage.Reader pages;
    private final Scraper scraper;
    private final AdminLog log;
    private final CurrentSubscriber current;

    SourcesResource(SourcesPage.Reader pages, Scraper scraper, AdminLog log, CurrentSubscriber current) {
        this.pages = pages;
        this.scraper = scraper;
        this.log = log;
        this.current = current;
    }

    @GET
    public Uni<TemplateInstance> page(@BeanParam SourceFilter filter, @RestQuery String done) {
        return pages.read(filter, current.get().zone(), Notice.named(done)).map(Templates::page);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> add(@RestForm String address, @RestForm String company) {
        String url = Links.withScheme(stripped(address));
        String employer = stripped(company);
        return act(
                "add source",
                url,
                new SourceFilter(),
                Notice.SOURCE_ADDED,
                WatchedSource::sourceId,
                () -> scraper.add(url, Optional.of(employer).filter(name -> !name.isEmpty())));
    }

    /** One of the three is the source whose button was pressed. */
    @POST
    @Path("change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> change(
            @RestForm UUID poll, @RestForm UUID enable, @RestForm UUID disable, @BeanParam SourceFilter filter) {
        if (poll != null) {
            return act(
                    "poll source",
                    poll.toString(),
                    filter,
                    Notice.SOURCE_POLLED,
                    WatchedSource::sourceId,
                    () -> scraper.poll(poll));
        }
        if (enable != null) {
            return act(
                    "switch on source",
                    enable.toString(),
                    filter,
                    Notice.SOURCE_ON,
                    WatchedSource::sourceId,
                    () -> scraper.enable(enable));
        }
        if (disable != null) {
            return act(
                    "switch off source",
                    disable.toString(),
                    filter,
                    Notice.SOURCE_OFF,
                    WatchedSource::sourceId,
                    () -> scraper.disable(disable));
        }
        return again(filter, "Choose a source and what to do with it.");
    }

    @POST
    @Path("catalogue")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> importCatalogue(
            @RestForm List<String> providers, @RestForm String polled) {
        if (providers == null || providers.isEmpty()) {
            return again(new SourceFilter(), "Choose one provider or more to import.");
        }
        boolean off = "no".equals(polled);
        return act(
                off ? "import catalogue, switched off" : "import catalogue",
                String.join(", ", providers),
                new SourceFilter(),
                Notice.CATALOGUE_IMPORTED,
                imported -> imported.added() + " new, " + imported.there() + " there before",
                () -> off ? scraper.importSwitchedOff(providers) : scraper.importPolled(providers));
    }

    private <T> Uni<RestResponse<TemplateInstance>> act(
            String act,
            String subject,
            SourceFilter filter,
            Notice done,
            Function<T, String> result,
            Supplier<Uni<Reply<T>>> work) {
        return log.noted(current.get(), act, subject, result, work)
                .chain(reply -> reply.refused()
                        ? again(filter, reply.refusal())
                        : Uni.createFrom()
                                .item(Responses.seeOther(
                                        filter.page((reply.silent() ? Notice.SCRAPER_SILENT : done).word()))));
    }

    private Uni<RestResponse<TemplateInstance>> again(SourceFilter filter, String refusal) {
        return pages.read(filter, current.get().zone(), "bad", refusal)
                .map(page -> Responses.again(Templates.page(page)));
    }

    private static String stripped(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
