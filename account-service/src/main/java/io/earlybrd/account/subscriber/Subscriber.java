package io.earlybrd.account.subscriber;

import io.earlybrd.events.DigestSchedule;
import io.earlybrd.events.MailPreferences;
import io.earlybrd.events.QuietHours;
import io.earlybrd.events.SubscriberChanged;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** A person with an account. Rows are created and changed by named columns in {@link Subscribers}. */
@Entity
@Table(name = "subscriber")
public class Subscriber {

    @Id
    private UUID id;

    private String email;

    @Column(name = "email_key")
    private String emailKey;

    @Column(name = "password_hash")
    private String passwordHash;

    private String zone;

    @Column(name = "digest_hour")
    private int digestHour;

    @Column(name = "digest_weekday")
    private int digestWeekday;

    @Column(name = "quiet_from")
    private LocalTime quietFrom;

    @Column(name = "quiet_to")
    private LocalTime quietTo;

    @Column(name = "verified_at")
    private Instant verifiedAt;

    @Column(name = "mail_stopped_at")
    private Instant mailStoppedAt;

    @Column(name = "mail_stop_reason")
    private String mailStopReason;

    @Column(name = "mail_resumed_at")
    private Instant mailResumedAt;

    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Subscriber() {} // Hibernate

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    /** The address, as it was checked when it was given. */
    public EmailAddress address() {
        return new EmailAddress(email);
    }

    public String passwordHash() {
        return passwordHash;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** When digests are sent, in the zone. */
    public DigestSchedule schedule() {
        return new DigestSchedule(digestHour, digestWeekday);
    }

    /** Hours without instant mail, if any are set. */
    public Optional<QuietHours> quietHours() {
        return quietFrom == null
                ? Optional.empty()
                : Optional.of(new QuietHours(quietFrom.toString(), quietTo.toString()));
    }

    public boolean verified() {
        return verifiedAt != null;
    }

    /** That nothing is mailed, if that is so. */
    public Optional<MailStop> mailStop() {
        return MailStop.of(mailStoppedAt, mailStopReason, mailResumedAt);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** What the other services need to know. */
    public SubscriberChanged toEvent(Instant changedAt) {
        return new SubscriberChanged(
                id,
                version,
                email,
                Optional.ofNullable(verifiedAt),
                zone,
                Optional.of(schedule()),
                quietHours(),
                new MailPreferences(mailStop().isEmpty(), Optional.ofNullable(mailStoppedAt)),
                changedAt);
    }
}
