package io.earlybrd.account.suggestion;

import io.earlybrd.account.session.CurrentSubscriber;
import io.earlybrd.account.session.SignedIn;
import io.earlybrd.account.source.Reply;
import io.earlybrd.account.source.Scraper;
import io.earlybrd.account.source.Suggestion;
import io.earlybrd.account.web.FormErrors;
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
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The page on which a subscriber suggests an employer, and sees what became of it. */
@Path("/suggestions")
@Cancellable(false)
@Authenticated
@Produces(MediaType.TEXT_HTML)
class SuggestionResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(
                String address, FormErrors errors, Notice notice, boolean known, List<SuggestionRow> rows, String zone);
    }

    private static final String FIELD = "address";
    private static final String LABEL = "Address of the job page";
    private static final int MAX_LENGTH = 2_000;

    private final Scraper scraper;
    private final CurrentSubscriber current;
    private final Clock clock;

    SuggestionResource(Scraper scraper, CurrentSubscriber current, Clock clock) {
        this.scraper = scraper;
        this.current = current;
        this.clock = clock;
    }

    @GET
    public Uni<TemplateInstance> page(@RestQuery String done) {
        return page("", FormErrors.none(), Notice.named(done));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> suggest(@RestForm String address) {
        SignedIn sender = current.get();
        String typed = address == null ? "" : address.strip();
        FormErrors errors = errors(typed, sender);
        return errors.any()
                ? again(typed, errors)
                : scraper.suggest(sender.subscriberId(), Links.withScheme(typed))
                        .chain(reply -> answered(typed, reply));
    }

    private static FormErrors errors(String typed, SignedIn sender) {
        FormErrors errors = FormErrors.none();
        if (typed.isEmpty()) {
            errors.add(FIELD, LABEL, "Type or paste the address of the page that lists the jobs.");
        } else if (typed.length() > MAX_LENGTH) {
            errors.add(FIELD, LABEL, "Use 2,000 characters or fewer. This one has " + typed.length() + ".");
        } else if (!sender.verified()) {
            errors.add(FIELD, LABEL, "Confirm your email address first; we take suggestions from then on.");
        }
        return errors;
    }

    private Uni<RestResponse<TemplateInstance>> answered(String typed, Reply<Suggestion> reply) {
        if (reply.refused()) {
            FormErrors errors = FormErrors.none();
            errors.add(FIELD, LABEL, reply.refusal());
            return again(typed, errors);
        }
        if (reply.silent()) {
            return page(typed, FormErrors.none(), Notice.SUGGESTION_NOT_SENT).map(Responses::unavailable);
        }
        Notice notice = switch (reply.value().orElseThrow().state()) {
            case "accepted" -> Notice.SUGGESTION_WATCHED;
            case "rejected" -> Notice.SUGGESTION_OF_NO_USE;
            default -> Notice.SUGGESTION_SENT;
        };
        return Uni.createFrom().item(Responses.seeOther("/suggestions?done=" + notice.word()));
    }

    private Uni<RestResponse<TemplateInstance>> again(String typed, FormErrors errors) {
        return page(typed, errors, Notice.NONE).map(Responses::again);
    }

    private Uni<TemplateInstance> page(String typed, FormErrors errors, Notice notice) {
        SignedIn reader = current.get();
        return scraper.suggestionsOf(reader.subscriberId()).map(reply -> {
            Instant now = clock.instant();
            List<SuggestionRow> rows = reply.value().orElse(List.of()).stream()
                    .map(suggestion -> SuggestionRow.of(suggestion, reader.zone(), now))
                    .toList();
            return Templates.page(
                    typed,
                    errors,
                    notice,
                    reply.value().isPresent(),
                    rows,
                    reader.zone().getId());
        });
    }
}
