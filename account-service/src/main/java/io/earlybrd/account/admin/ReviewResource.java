package io.earlybrd.account.admin;

import io.earlybrd.account.session.CurrentSubscriber;
import io.earlybrd.account.session.SignedIn;
import io.earlybrd.account.source.Reply;
import io.earlybrd.account.source.Scraper;
import io.earlybrd.account.source.Suggestion;
import io.earlybrd.account.suggestion.SuggestionMails;
import io.earlybrd.account.web.Links;
import io.earlybrd.account.web.Notice;
import io.earlybrd.account.web.Responses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The suggestions that wait for an answer, and the answers. */
@Path("/admin/suggestions")
@Cancellable(false)
@Authenticated
@AdminsOnly
@Produces(MediaType.TEXT_HTML)
class ReviewResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(
                boolean known, List<WaitingRow> rows, boolean cut, String noticeKind, String noticeText, String zone);
    }

    /** As many as fit into a page of 50 KB. */
    private static final int SHOWN = 15;

    /** A decision counts once however often it is sent, and only one that was answered is mailed to who waits for it. */
    private static final String SILENT =
            "The scraper did not say whether it took your decision. Load this page again to send"
                    + " it once more: it counts once.";

    private final Scraper scraper;
    private final AdminLog log;
    private final SuggestionMails mails;
    private final CurrentSubscriber current;
    private final Clock clock;

    ReviewResource(Scraper scraper, AdminLog log, SuggestionMails mails, CurrentSubscriber current, Clock clock) {
        this.scraper = scraper;
        this.log = log;
        this.mails = mails;
        this.current = current;
        this.clock = clock;
    }

    @GET
    public Uni<TemplateInstance> page(@RestQuery String done) {
        Notice notice = Notice.named(done);
        return page(notice.kind(), notice.text());
    }

    @POST
    @Path("{id}/accept")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> accept(
            @RestPath UUID id, @RestForm String company, @RestForm String address) {
        return decide(
                "accept suggestion",
                id,
                Notice.SUGGESTION_ACCEPTED,
                () -> scraper.accept(id, typed(company), typed(address).map(Links::withScheme)));
    }

    @POST
    @Path("{id}/reject")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> reject(@RestPath UUID id, @RestForm String reason) {
        return typed(reason)
                .map(why -> decide("reject suggestion", id, Notice.SUGGESTION_REJECTED, () -> scraper.reject(id, why)))
                .orElseGet(() -> again("Say why it is rejected: who sent it reads that."));
    }

    private Uni<RestResponse<TemplateInstance>> decide(
            String act, UUID id, Notice done, Supplier<Uni<Reply<Suggestion>>> work) {
        return log.noted(
                        current.get(),
                        act,
                        id.toString(),
                        suggestion -> suggestion.url().toString(),
                        mails::tell,
                        work)
                .chain(reply -> {
                    if (reply.silent()) {
                        return page("bad", SILENT).map(Responses::unavailable);
                    }
                    return reply.refused()
                            ? again(reply.refusal())
                            : Uni.createFrom().item(Responses.seeOther("/admin/suggestions?done=" + done.word()));
                });
    }

    private Uni<RestResponse<TemplateInstance>> again(String refusal) {
        return page("bad", refusal).map(Responses::again);
    }

    private Uni<TemplateInstance> page(String noticeKind, String noticeText) {
        SignedIn admin = current.get();
        return scraper.waitingSuggestions().map(reply -> {
            List<Suggestion> waiting = reply.value().orElse(List.of());
            return Templates.page(
                    reply.value().isPresent(),
                    waiting.stream()
                            .limit(SHOWN)
                            .map(suggestion -> WaitingRow.of(suggestion, admin.zone(), clock.instant()))
                            .toList(),
                    waiting.size() > SHOWN,
                    noticeKind,
                    noticeText,
                    admin.zone().getId());
        });
    }

    private static Optional<String> typed(String field) {
        return Optional.ofNullable(field).map(String::strip).filter(text -> !text.isEmpty());
    }
}
