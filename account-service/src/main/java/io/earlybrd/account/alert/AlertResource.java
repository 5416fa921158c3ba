package io.earlybrd.account.alert;

import io.earlybrd.account.alert.FormPages.Reviewed;
import io.earlybrd.account.session.CurrentSubscriber;
import io.earlybrd.account.web.Notice;
import io.earlybrd.account.web.Responses;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The form of an alert: new or edited, previewed or saved. */
@Path("/alerts")
@Cancellable(false)
@Authenticated
@Produces(MediaType.TEXT_HTML)
class AlertResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance form(FormPage page);
    }

    private final AlertService service;
    private final Alerts alerts;
    private final FormPages pages;
    private final CurrentSubscriber current;

    AlertResource(AlertService service, Alerts alerts, FormPages pages, CurrentSubscriber current) {
        this.service = service;
        this.alerts = alerts;
        this.pages = pages;
        this.current = current;
    }

    @GET
    @Path("new")
    public Uni<TemplateInstance> empty() {
        return pages.empty().map(Templates::form);
    }

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> previewNew(@BeanParam AlertForm form) {
        return preview(Optional.empty(), form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> create(@BeanParam AlertForm form) {
        return pages.review(Optional.empty(), form)
                .chain(reviewed -> reviewed.draft()
                        .map(draft -> service.create(
                                        current.get().subscriberId(), draft, reviewed.queryChecked(), form.id())
                                .map(created -> created.isPresent() ? saved(reviewed) : limitReached(reviewed)))
                        .orElseGet(() -> again(reviewed)));
    }

    @GET
    @Path("{alertId}")
    public Uni<TemplateInstance> show(UUID alertId) {
        return own(alertId).chain(pages::saved).map(Templates::form);
    }

    @POST
    @Path("{alertId}/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> preview(UUID alertId, @BeanParam AlertForm form) {
        return own(alertId).chain(alert -> preview(Optional.of(alert), form));
    }

    @POST
    @Path("{alertId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> edit(UUID alertId, @BeanParam AlertForm form) {
        return own(alertId)
                .chain(alert -> pages.review(Optional.of(alert), form))
                .chain(reviewed -> reviewed.draft()
                        .map(draft -> service.edit(
                                        alertId, current.get().subscriberId(), draft, reviewed.queryChecked())
                                .map(edited -> edited ? saved(reviewed) : gone()))
                        .orElseGet(() -> again(reviewed)));
    }

    private Uni<RestResponse<TemplateInstance>> preview(Optional<Alert> alert, AlertForm form) {
        return pages.review(alert, form.changed())
                .chain(reviewed -> reviewed.page().errors().any()
                        ? again(reviewed)
                        : Uni.createFrom().item(Responses.shown(Templates.form(reviewed.page()))));
    }

    private Uni<Alert> own(UUID alertId) {
        return Panache.withSession(() -> alerts.find(alertId, current.get().subscriberId()))
                .onItem()
                .ifNull()
                .failWith(NotFoundException::new);
    }

    private RestResponse<TemplateInstance> limitReached(Reviewed reviewed) {
        return Responses.again(Templates.form(reviewed.with(
                "name", "Alerts", "You have " + service.limit() + " alerts, which is the most. Delete one first.")));
    }

    private static Uni<RestResponse<TemplateInstance>> again(Reviewed reviewed) {
        return Uni.createFrom().item(Responses.again(Templates.form(reviewed.page())));
    }

    private static RestResponse<TemplateInstance> saved(Reviewed reviewed) {
        Notice notice = reviewed.queryChecked() ? Notice.ALERT_SAVED : Notice.ALERT_SAVED_UNCHECKED;
        return Responses.seeOther("/alerts?done=" + notice.word());
    }

    private static RestResponse<TemplateInstance> gone() {
        throw new NotFoundException();
    }
}
