package io.earlybrd.matcher.index;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What is held of each alert besides its place in the index, by its slot. One thread writes. */
final class AlertTable {

    static final int ABSENT = UuidTable.ABSENT;

    private static final int ID_WIDTH = 4;
    private static final int SUBSCRIBER = ID_WIDTH;
    private static final int VERSION = SUBSCRIBER + 1;
    private static final int TEXT = VERSION + 1;
    private static final int FILED_UNDER = TEXT + 1;
    private static final int WIDTH = FILED_UNDER + 1;

    /** Of each alert its id and the columns above: as much as the processor reads at once. */
    private final IntRows rows = new IntRows(WIDTH);

    private final UuidTable alerts = new UuidTable(rows);
    /** Of these none is ever removed. */
    private final UuidTable subscribers = new UuidTable(new IntRows(ID_WIDTH));

    int size() {
        return alerts.size();
    }

    /** The slot of an alert, or {@link #ABSENT}. */
    int slotOf(UUID alertId) {
        return alerts.find(alertId);
    }

    /** Gives an alert that is not there a slot. */
    int add(UUID alertId, UUID subscriberId) {
        int slot = alerts.add(alertId);
        int known = subscribers.find(subscriberId);
        rows.set(slot, SUBSCRIBER, known == UuidTable.ABSENT ? subscribers.add(subscriberId) : known);
        return slot;
    }

    void remove(UUID alertId) {
        alerts.remove(alertId);
    }

    int version(int slot) {
        return rows.get(slot, VERSION);
    }

    /** The list that an alert is in, the first of them if it is in several, as {@link AlertIndex} numbers them. */
    int filedUnder(int slot) {
        return rows.get(slot, FILED_UNDER);
    }

    void set(int slot, int newVersion, int newText, int newFiledUnder) {
        rows.set(slot, VERSION, newVersion);
        rows.set(slot, TEXT, newText);
        rows.set(slot, FILED_UNDER, newFiledUnder);
    }

    void refile(int slot, int newFiledUnder) {
        rows.set(slot, FILED_UNDER, newFiledUnder);
    }

    /**
     * What is held of the first alerts in a row of slots. Of the alerts it is a copy; whose they are is looked up when it is asked for, since a
     * subscriber's number is never given to another.
     */
    List<FoundAlert> get(int[] slots, int count) {
        return new Found(rows.copy(slots, count), subscribers);
    }

    /** Rows of alerts; objects are made of them when they are asked for. */
    private static final class Found extends AbstractList<FoundAlert> {

        private final int[] alerts;
        private final UuidTable subscribers;

        Found(int[] alerts, UuidTable subscribers) {
            this.alerts = alerts;
            this.subscribers = subscribers;
        }

        @Override
        public FoundAlert get(int index) {
            Objects.checkIndex(index, size());
            int row = index * WIDTH;
            return new FoundAlert(
                    UuidTable.uuid(alerts, row),
                    alerts[row + VERSION],
                    subscribers.get(alerts[row + SUBSCRIBER]),
                    alerts[row + TEXT]);
        }

        @Override
        public int size() {
            return alerts.length / WIDTH;
        }
    }
}
