package io.earlybrd.matcher.index;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Which alerts there are, each with its id and where its {@link AlertTexts text} is, by its slot. One thread writes. */
final class AlertTable {

    static final int ABSENT = UuidTable.ABSENT;

    private static final int TEXT = 4;
    private static final int WIDTH = TEXT + 1;

    /** Of each alert its id and its text. */
    private final IntRows rows = new IntRows(WIDTH);

    private final UuidTable alerts = new UuidTable(rows);

    int size() {
        return alerts.size();
    }

    /** The slot of an alert, or {@link #ABSENT}. */
    int slotOf(UUID alertId) {
        return alerts.find(alertId);
    }

    /** Gives an alert that is not there a slot. */
    int add(UUID alertId) {
        return alerts.add(alertId);
    }

    void remove(UUID alertId) {
        alerts.remove(alertId);
    }

    int text(int slot) {
        return rows.get(slot, TEXT);
    }

    void setText(int slot, int text) {
        rows.set(slot, TEXT, text);
    }

    /** What is held of the first alerts in a row of slots, copied. */
    List<FoundAlert> get(int[] slots, int count) {
        return new Found(rows.copy(slots, count));
    }

    /** Rows of alerts; objects are made of them when they are asked for. */
    private static final class Found extends AbstractList<FoundAlert> {

        private final int[] alerts;

        Found(int[] alerts) {
            this.alerts = alerts;
        }

        @Override
        public FoundAlert get(int index) {
            Objects.checkIndex(index, size());
            int row = index * WIDTH;
            return new FoundAlert(UuidTable.uuid(alerts, row), alerts[row + TEXT]);
        }

        @Override
        public int size() {
            return alerts.length / WIDTH;
        }
    }
}
