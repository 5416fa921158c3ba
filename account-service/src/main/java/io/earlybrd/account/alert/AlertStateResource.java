package io.earlybrd.account.alert;

import io.earlybrd.account.session.CurrentSubscriber;
import io.earlybrd.account.web.Notice;
import io.earlybrd.account.web.Responses;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Pauses an alert, starts it again, deletes it. What is so already stays so: a second click is no error. */
@Path("/alerts")
@Cancellable(false)
@Authenticated
@Produces(MediaType.TEXT_HTML)
class AlertStateResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance delete(UUID alertId, String name, String query);
    }

    private final AlertService service;
    private final Alerts alerts;
    private final CurrentSubscriber current;

    AlertStateResource(AlertService service, Alerts alerts, CurrentSubscriber current) {
        this.service = service;
        this.alerts = alerts;
        this.current = current;
    }

    @POST
    @Path("{alertId}/pause")
    public Uni<RestResponse<TemplateInstance>> pause(UUID alertId) {
        return own(alertId)
                .chain(alert -> service.pause(alertId, current.get().subscriberId()))
                .replaceWith(list(Notice.ALERT_PAUSED));
    }

    @POST
    @Path("{alertId}/resume")
    public Uni<RestResponse<TemplateInstance>> resume(UUID alertId) {
        return own(alertId)
                .chain(alert -> service.resume(alertId, current.get().subscriberId()))
                .replaceWith(list(Notice.ALERT_RESUMED));
    }

    @GET
    @Path("{alertId}/delete")
    public Uni<TemplateInstance> askBeforeDelete(UUID alertId) {
        return own(alertId).map(alert -> Templates.delete(alertId, alert.name(), alert.query()));
    }

    @POST
    @Path("{alertId}/delete")
    public Uni<RestResponse<TemplateInstance>> delete(UUID alertId) {
        return service.delete(alertId, current.get().subscriberId()).replaceWith(list(Notice.ALERT_DELETED));
    }

    private Uni<Alert> own(UUID alertId) {
        return Panache.withSession(() -> alerts.find(alertId, current.get().subscriberId()))
                .onItem()
                .ifNull()
                .failWith(NotFoundException::new);
    }

    private static RestResponse<TemplateInstance> list(Notice notice) {
        return Responses.seeOther("/alerts?done=" + notice.word());
    }
}
