package io.earlybrd.notifier.mail;

import io.earlybrd.notifier.database.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The mails that this instance is sending. Their leases are renewed for as long as that takes. */
@ApplicationScoped
class UnderWay {

    private static final int RENEWALS_PER_LEASE = 3;

    private final Transactions transactions;
    private final MailQueue queue;
    private final MailConfig config;
    private final Map<UUID, QueuedMail> mails = new ConcurrentHashMap<>();

    UnderWay(Transactions transactions, MailQueue queue, MailConfig config) {
        this.transactions = transactions;
        this.queue = queue;
        this.config = config;
    }

    void add(QueuedMail mail) {
        mails.put(mail.mailId(), mail);
    }

    /** This attempt has ended; another one of the same mail stays. */
    void remove(QueuedMail mail) {
        mails.remove(mail.mailId(), mail);
    }

    /** The ids of all of them. */
    Set<UUID> ids() {
        return Set.copyOf(mails.keySet());
    }

    boolean isEmpty() {
        return mails.isEmpty();
    }

    /** How many more mails may be sent at the same time. */
    int free() {
        return config.concurrency() - mails.size();
    }

    /** How often leases are to be renewed. */
    Duration renewEvery() {
        return config.lease().dividedBy(RENEWALS_PER_LEASE);
    }

    /** Leases all of them for longer. */
    Uni<Integer> renew() {
        List<QueuedMail> held = List.copyOf(mails.values());
        return held.isEmpty() ? Uni.createFrom().item(0) : transactions.run(() -> queue.renew(held, config.lease()));
    }
}
