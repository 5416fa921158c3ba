package io.earlybrd.matcher.testing;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.SalaryFloor;
import io.earlybrd.matcher.match.Criteria;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Builds alerts for tests: one with these words and no filters, unless told otherwise. */
public final class Wish {

    private final String words;
    private UUID alertId = UUID.randomUUID();
    private UUID subscriberId = UUID.randomUUID();
    private long version = 1;
    private List<String> places = List.of();
    private String remote = AlertFilters.REMOTE_ALSO;
    private List<String> companiesIn = List.of();
    private List<String> companiesOut = List.of();
    private Optional<SalaryFloor> floor = Optional.empty();
    private List<String> employmentTypes = List.of();
    private List<String> seniorities = List.of();
    private boolean aliases;
    private boolean employersOnly;
    private boolean reposts;
    private boolean paused;

    private Wish(String words) {
        this.words = words;
    }

    public static Wish of(String words) {
        return new Wish(words);
    }

    public Wish id(UUID alertId) {
        this.alertId = alertId;
        return this;
    }

    public Wish by(UUID subscriberId) {
        this.subscriberId = subscriberId;
        return this;
    }

    public Wish version(long version) {
        this.version = version;
        return this;
    }

    public Wish in(String... places) {
        this.places = List.of(places);
        return this;
    }

    public Wish remote(String remote) {
        this.remote = remote;
        return this;
    }

    public Wish onlyAt(String... companies) {
        companiesIn = List.of(companies);
        return this;
    }

    public Wish notAt(String... companies) {
        companiesOut = List.of(companies);
        return this;
    }

    /** A floor in whole units. */
    public Wish from(long amount, String currency, String period, boolean unknownPasses) {
        floor = Optional.of(new SalaryFloor(amount * 100, currency, period, unknownPasses));
        return this;
    }

    /** A floor in whole units that tells pay that is not stated from pay that cannot be compared. */
    public Wish from(long amount, String currency, String period, boolean unknownPasses, boolean unstatedPasses) {
        floor = Optional.of(
                new SalaryFloor(amount * 100, currency, period, unknownPasses, Optional.of(unstatedPasses)));
        return this;
    }

    public Wish employmentTypes(String... types) {
        employmentTypes = List.of(types);
        return this;
    }

    public Wish seniorities(String... seniorities) {
        this.seniorities = List.of(seniorities);
        return this;
    }

    /** Found by common other names of its words as well. */
    public Wish withAliases() {
        aliases = true;
        return this;
    }

    public Wish employersOnly() {
        employersOnly = true;
        return this;
    }

    /** Jobs that were listed before as well. */
    public Wish withReposts() {
        reposts = true;
        return this;
    }

    public Wish paused() {
        paused = true;
        return this;
    }

    public AlertFilters filters() {
        return new AlertFilters(places, remote, companiesIn, companiesOut, floor, employmentTypes, seniorities)
                .withAliases(aliases)
                .withEmployersOnly(employersOnly)
                .withReposts(reposts);
    }

    public AlertSaved saved() {
        return new AlertSaved(
                alertId,
                version,
                subscriberId,
                "my alert",
                words,
                filters(),
                AlertSaved.INSTANT,
                paused,
                Optional.empty(),
                List.of(),
                Instant.parse("2026-11-19T08:00:00Z"));
    }

    public Criteria criteria() {
        return Criteria.of(words, filters());
    }
}
