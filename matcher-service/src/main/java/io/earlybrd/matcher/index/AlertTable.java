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
    private final IntRows subscriberRows = new IntRows(ID_WIDTH);
    private final UuidTable subscribers = new UuidTable(subscriberRows);

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
     * What is held of the first alerts in a row of slots, copied. They are far apart in memory, and so are their subscribers; in two short
     * loops the processor waits for many of them at a time.
     */
    List<FoundAlert> get(int[] slots, int count) {
        int[] copied = new int[count * WIDTH];
        for (int i = 0; i < count; i++) {
            rows.copy(slots[i], copied, i * WIDTH);
        }
        int[] owners = new int[count * ID_WIDTH];
        for (int i = 0; i < count; i++) {
            subscriberRows.copy(copied[i * WIDTH + SUBSCRIBER], owners, i * ID_WIDTH);
        }
        return new Found(copied, owners);
    }

    /** Rows of alerts and the ids of their subscribers; objects are made of them when they are asked for. */
    private static final class Found extends AbstractList<FoundAlert> {

        private final int[] alerts;
        private final int[] owners;

        Found(int[] alerts, int[] owners) {
            this.alerts = alerts;
            this.owners = owners;
        }

        @Override
        public FoundAlert get(int index) {
            Objects.checkIndex(index, size());
            int row = index * WIDTH;
            return new FoundAlert(
                    UuidTable.uuid(alerts, row),
                    alerts[row + VERSION],
                    UuidTable.uuid(owners, index * ID_WIDTH),
                    alerts[row + TEXT]);
        }

        @Override
        public int size() {
            return owners.length / ID_WIDTH;
        }
    }
}
