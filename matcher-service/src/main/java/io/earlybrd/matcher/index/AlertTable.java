package io.earlybrd.matcher.index;

import java.util.UUID;

/** What is held of each alert besides its place in the index, by its slot. One thread writes. */
final class AlertTable {

    static final int ABSENT = UuidTable.ABSENT;

    private final UuidTable alerts = new UuidTable();
    private final UuidTable subscribers = new UuidTable();
    private final IntColumn subscriber = new IntColumn();
    private final IntColumn version = new IntColumn();
    private final IntColumn text = new IntColumn();
    private final IntColumn filedUnder = new IntColumn();

    int size() {
        return alerts.size();
    }

    /** Every slot is below this number. */
    int limit() {
        return alerts.limit();
    }

    /** The slot of an alert, or {@link #ABSENT}. */
    int slotOf(UUID alertId) {
        return alerts.find(alertId);
    }

    /** Gives an alert that is not there a slot. */
    int add(UUID alertId, UUID subscriberId) {
        int slot = alerts.add(alertId);
        int known = subscribers.find(subscriberId);
        subscriber.set(slot, known == UuidTable.ABSENT ? subscribers.add(subscriberId) : known);
        return slot;
    }

    void remove(UUID alertId) {
        alerts.remove(alertId);
    }

    int version(int slot) {
        return version.get(slot);
    }

    /** The list that an alert is in, the first of them if it is in several, as {@link AlertIndex} numbers them. */
    int filedUnder(int slot) {
        return filedUnder.get(slot);
    }

    void set(int slot, int newVersion, int newText, int newFiledUnder) {
        version.set(slot, newVersion);
        text.set(slot, newText);
        filedUnder.set(slot, newFiledUnder);
    }

    void refile(int slot, int newFiledUnder) {
        filedUnder.set(slot, newFiledUnder);
    }

    FoundAlert get(int slot) {
        return new FoundAlert(
                alerts.get(slot), version.get(slot), subscribers.get(subscriber.get(slot)), text.get(slot));
    }
}
