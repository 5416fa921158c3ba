package io.earlybrd.notifier.suppression;

import io.earlybrd.events.AddressSuppressed;
import io.earlybrd.events.outbox.Outbox;
import io.earlybrd.notifier.database.Sql;
import io.earlybrd.notifier.secret.AddressHashes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Addresses that bounced or complained: nothing is sent to them, of any class. All methods must be called within a transaction. */
@ApplicationScoped
public class SuppressedAddresses {

    /** Why an address that does not exist is suppressed. */
    public static final String BOUNCED = "bounced";

    private static final String ADD = """
            insert into suppressed_address (address_hash, reason, suppressed_at)
            values (:hash, :reason, cast(:now as timestamptz))
            on conflict (address_hash) do update set reason = excluded.reason, suppressed_at = excluded.suppressed_at
            """;

    private static final String FIND =
            "select address_hash from suppressed_address where address_hash in (select jsonb_array_elements_text(cast(cast(:hashes as text) as jsonb)))";

    private final AddressHashes hashes;
    private final Outbox outbox;
    private final Clock clock;

    SuppressedAddresses(AddressHashes hashes, Outbox outbox, Clock clock) {
        this.hashes = hashes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Suppresses the address of a subscriber until they want mail again, and tells of it. Made anew each time: a start that is on its
     * way may lift the suppression before, but not this one.
     */
    public Uni<Void> add(UUID subscriberId, String address, String reason) {
        // As exact as the column, since what lifts the suppression names it by its time.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Sql.of(ADD)
                .with("hash", hashes.of(address))
                .with("reason", reason)
                .with("now", now)
                .execute()
                .chain(() -> outbox.append(new AddressSuppressed(subscriberId, reason, now)));
    }

    /** Those of the addresses that are suppressed. */
    public Uni<Set<String>> among(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        List<String> wanted = addresses.stream().map(hashes::of).toList();
        return Sql.of(FIND)
                .withJson("hashes", wanted)
                .texts()
                .map(Set::copyOf)
                .map(found -> addresses.stream()
                        .filter(address -> found.contains(hashes.of(address)))
                        .collect(Collectors.toSet()));
    }
}
