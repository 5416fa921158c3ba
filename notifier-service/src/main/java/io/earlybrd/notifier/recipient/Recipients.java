package io.earlybrd.notifier.recipient;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.notifier.database.Sql;
import io.earlybrd.notifier.gate.Recipient;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the gate needs to know of subscribers, read at the moment of the decision. */
@ApplicationScoped
public class Recipients {

    private static final String LOAD = """
            select cast(jsonb_build_object(
                'subscriberId', wanted.id,
                'person', case when s.subscriber_id is not null then jsonb_build_object(
                    'erased', s.erased, 'email', s.email, 'verified', s.verified, 'zone', s.zone,
                    'digestHour', s.digest_hour, 'digestWeekday', s.digest_weekday,
                    'quietHours', case when s.quiet_from is not null then
                        jsonb_build_object('from', s.quiet_from, 'to', s.quiet_to) end,
                    'wantsAlerts', s.wants_alerts,
                    'addressProblem', bad.reason) end,
                'entitlement', case when e.subscriber_id is not null then jsonb_build_object(
                    'allowed', e.allowed, 'until', e.until, 'plan', coalesce(e.plan, e.state)) end,
                'optedOut', o.subscriber_id is not null,
                'alerts', coalesce((
                    select jsonb_agg(jsonb_build_object(
                        'alertId', a.alert_id, 'version', a.version, 'deleted', a.deleted, 'name', a.name, 'cadence', a.cadence,
                        'paused', a.paused, 'resumedAt', a.resumed_at, 'stoppedAt', stop.stopped_at, 'mutes', a.mutes))
                    from alert a left join alert_stop stop using (alert_id)
                    where a.alert_id = any(wanted.alerts)), '[]')) as text)
            from jsonb_to_recordset(cast(cast(:wanted as text) as jsonb)) as wanted (id uuid, alerts uuid[])
                 left join subscriber s on s.subscriber_id = wanted.id
                 left join suppressed_address bad on bad.address_hash = s.address_hash
                 left join entitlement e on e.subscriber_id = wanted.id
                 left join opt_out o on o.subscriber_id = wanted.id
            """;

    /** The recipients of these matches, by the subscriber's id. Must be called within a Panache transaction. */
    public Uni<Map<UUID, Recipient>> of(Collection<LedgerEntry> matches) {
        return Sql.of(LOAD)
                .withJson("wanted", wanted(matches))
                .list(Recipient.class)
                .map(recipients ->
                        recipients.stream().collect(Collectors.toMap(Recipient::subscriberId, Function.identity())));
    }

    private static List<Wanted> wanted(Collection<LedgerEntry> matches) {
        return matches.stream().collect(Collectors.groupingBy(LedgerEntry::subscriberId)).entrySet().stream()
                .map(of -> new Wanted(of.getKey(), alertIds(of.getValue())))
                .toList();
    }

    private static List<UUID> alertIds(List<LedgerEntry> matches) {
        return matches.stream()
                .flatMap(match -> match.alerts().stream())
                .map(AlertMatch::alertId)
                .distinct()
                .toList();
    }

    private record Wanted(UUID id, List<UUID> alerts) {}
}
