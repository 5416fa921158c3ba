package io.earlybrd.account.admin;

import io.earlybrd.account.session.CurrentSubscriber;
import io.earlybrd.account.web.Moments;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What admins did. */
@Path("/admin/log")
@Cancellable(false)
@Authenticated
@AdminsOnly
@Produces(MediaType.TEXT_HTML)
class LogResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(List<LogRow> rows, String zone);
    }

    private static final int SHOWN = 100;

    private final AdminLog log;
    private final CurrentSubscriber current;

    LogResource(AdminLog log, CurrentSubscriber current) {
        this.log = log;
        this.current = current;
    }

    @GET
    public Uni<TemplateInstance> page() {
        ZoneId zone = current.get().zone();
        return log.newest(SHOWN)
                .map(entries -> Templates.page(
                        entries.stream()
                                .map(entry -> new LogRow(
                                        Moments.weekdayAndDay(entry.at(), zone) + " "
                                                + Moments.seconds(entry.at(), zone),
                                        entry.admin(),
                                        entry.act(),
                                        entry.subject(),
                                        entry.outcome()))
                                .toList(),
                        zone.getId()));
    }

    /** An act, ready to be shown. */
    public record LogRow(String at, String admin, String act, String subject, String outcome) {}
}
