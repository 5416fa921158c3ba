package io.earlybrd.account.settings;

import io.earlybrd.account.session.CurrentSubscriber;
import io.earlybrd.account.session.Sessions;
import io.earlybrd.account.session.SignedIn;
import io.earlybrd.account.subscriber.Subscribers;
import io.earlybrd.account.subscriber.Zones;
import io.earlybrd.account.web.FormErrors;
import io.earlybrd.account.web.Notice;
import io.earlybrd.account.web.Responses;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The settings page. */
@Path("/settings")
@Cancellable(false)
@Authenticated
@Produces(MediaType.TEXT_HTML)
class SettingsResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(
                String email,
                MailTimesForm form,
                FormErrors errors,
                List<SessionRow> sessions,
                Notice notice,
                Map<String, List<String>> zones);
    }

    private final Subscribers subscribers;
    private final Sessions sessions;
    private final CurrentSubscriber current;
    private final Clock clock;

    SettingsResource(Subscribers subscribers, Sessions sessions, CurrentSubscriber current, Clock clock) {
        this.subscribers = subscribers;
        this.sessions = sessions;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @WithSession
    public Uni<TemplateInstance> page(@RestQuery String done) {
        return subscribers
                .findById(current.get().subscriberId())
                .chain(subscriber -> page(MailTimesForm.of(subscriber), FormErrors.none(), Notice.named(done)));
    }

    @POST
    @Path("mail-times")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @WithTransaction
    public Uni<RestResponse<TemplateInstance>> save(@BeanParam MailTimesForm form) {
        FormErrors errors = form.errors();
        return errors.any()
                ? page(form, errors, Notice.NONE).map(Responses::again)
                : subscribers
                        .changeMailTimes(current.get().subscriberId(), form.times())
                        .replaceWith(Responses.seeOther("/settings?done=settings-saved"));
    }

    private Uni<TemplateInstance> page(MailTimesForm form, FormErrors errors, Notice notice) {
        SignedIn reader = current.get();
        return sessions.of(reader.subscriberId())
                .map(open -> open.stream()
                        .map(session -> SessionRow.of(session, reader, clock.instant()))
                        .toList())
                .map(rows -> Templates.page(reader.email(), form, errors, rows, notice, Zones.byContinent()));
    }
}
