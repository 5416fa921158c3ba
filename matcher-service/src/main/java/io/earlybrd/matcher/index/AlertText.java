package io.earlybrd.matcher.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.SalaryFloor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of an alert, as it is kept on disk until the process ends: the {@link #KEY_BYTES} of which it is and whose, rows of strings, and
 * numbers, without names. A number is in as many bytes as it needs, seven bits in each; a string is its length in bytes and UTF-8; a row how many
 * there are and each of them.
 *
 * @param paused whether it matches nothing; then what it asks is not kept
 */
record AlertText(AlertKey key, long version, boolean paused, String words, AlertFilters filters) {

    /** What stands first, for who needs no more. */
    static final int KEY_BYTES = 4 * Long.BYTES;

    private static final int FLOOR = 1;
    private static final int UNKNOWN_PASSES = 1 << 1;
    private static final int UNSTATED_KNOWN = 1 << 2;
    private static final int UNSTATED_PASSES = 1 << 3;
    private static final int ALIASES = 1 << 4;
    private static final int EMPLOYERS_ONLY = 1 << 5;
    private static final int REPOSTS = 1 << 6;
    private static final int PAUSED = 1 << 7;

    /** The version that an alert is now. */
    static AlertText of(AlertSaved alert) {
        AlertKey key = new AlertKey(alert.subscriberId(), alert.alertId());
        return alert.paused()
                ? new AlertText(key, alert.version(), true, "", AlertFilters.NONE)
                : new AlertText(key, alert.version(), false, alert.query(), alert.filters());
    }

    /**
     * The bytes that {@link #of} reads.
     *
     * @throws IllegalArgumentException if a string has half of a character of two units, which no reason could tell
     */
    byte[] toBytes() {
        Optional<SalaryFloor> floor = filters.salaryFloor();
        Writer bytes = new Writer();
        bytes.add(key);
        // A row of those that are in no list.
        bytes.add(floor.isPresent() ? 4 : 2);
        bytes.add(words);
        bytes.add(filters.remote());
        if (floor.isPresent()) {
            bytes.add(floor.get().currency());
            bytes.add(floor.get().period());
        }
        bytes.add(filters.places());
        bytes.add(filters.companiesIn());
        bytes.add(filters.companiesOut());
        bytes.add(filters.employmentTypes());
        bytes.add(filters.seniorities());
        bytes.add(flags());
        bytes.add(version);
        if (floor.isPresent()) {
            bytes.add(floor.get().minMinor());
        }
        return bytes.all();
    }

    /** Reads what {@link #toBytes} wrote. */
    static AlertText of(byte[] written) {
        Reader bytes = new Reader(written, KEY_BYTES);
        List<String> first = bytes.row();
        List<String> places = bytes.row();
        List<String> companiesIn = bytes.row();
        List<String> companiesOut = bytes.row();
        List<String> employmentTypes = bytes.row();
        List<String> seniorities = bytes.row();
        long flags = bytes.number();
        return new AlertText(
                keyOf(written),
                bytes.number(),
                (flags & PAUSED) != 0,
                first.get(0),
                new AlertFilters(
                        places,
                        first.get(1),
                        companiesIn,
                        companiesOut,
                        floor(flags, first, bytes),
                        employmentTypes,
                        seniorities,
                        Optional.of((flags & ALIASES) != 0),
                        Optional.of((flags & EMPLOYERS_ONLY) != 0),
                        Optional.of((flags & REPOSTS) != 0)));
    }

    /** Which it is and whose, by the first bytes of what {@link #toBytes} wrote. */
    static AlertKey keyOf(byte[] written) {
        ByteBuffer first = ByteBuffer.wrap(written);
        return new AlertKey(new UUID(first.getLong(), first.getLong()), new UUID(first.getLong(), first.getLong()));
    }

    private int flags() {
        int flags = (paused ? PAUSED : 0)
                | (filters.findsAliases() ? ALIASES : 0)
                | (filters.wantsEmployersOnly() ? EMPLOYERS_ONLY : 0)
                | (filters.wantsReposts() ? REPOSTS : 0);
        if (filters.salaryFloor().isEmpty()) {
            return flags;
        }
        SalaryFloor floor = filters.salaryFloor().get();
        return flags
                | FLOOR
                | (floor.unknownPasses() ? UNKNOWN_PASSES : 0)
                | (floor.unstatedPasses().isPresent() ? UNSTATED_KNOWN : 0)
                | (floor.unstatedPasses().orElse(false) ? UNSTATED_PASSES : 0);
    }

    private static Optional<SalaryFloor> floor(long flags, List<String> first, Reader bytes) {
        if ((flags & FLOOR) == 0) {
            return Optional.empty();
        }
        Optional<Boolean> unstatedPasses =
                (flags & UNSTATED_KNOWN) == 0 ? Optional.empty() : Optional.of((flags & UNSTATED_PASSES) != 0);
        return Optional.of(new SalaryFloor(
                bytes.number(), first.get(2), first.get(3), (flags & UNKNOWN_PASSES) != 0, unstatedPasses));
    }

    private static final class Writer {

        private byte[] bytes = new byte[256];
        private int size;

        void add(AlertKey key) {
            makeRoom(KEY_BYTES);
            ByteBuffer.wrap(bytes, size, KEY_BYTES)
                    .putLong(key.subscriberId().getMostSignificantBits())
                    .putLong(key.subscriberId().getLeastSignificantBits())
                    .putLong(key.alertId().getMostSignificantBits())
                    .putLong(key.alertId().getLeastSignificantBits());
            size += KEY_BYTES;
        }

        void add(long number) {
            makeRoom(Long.SIZE / 7 + 1);
            long rest = number;
            while ((rest & ~0x7F) != 0) {
                bytes[size++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            bytes[size++] = (byte) rest;
        }

        void add(List<String> row) {
            add(row.size());
            for (String string : row) {
                add(string);
            }
        }

        void add(String string) {
            byte[] utf8 = string.getBytes(UTF_8);
            if (mayLackHalfACharacter(utf8) && !new String(utf8, UTF_8).equals(string)) {
                throw new IllegalArgumentException("half a character, which cannot be kept");
            }
            add(utf8.length);
            makeRoom(utf8.length);
            System.arraycopy(utf8, 0, bytes, size, utf8.length);
            size += utf8.length;
        }

        /** What cannot be written in UTF-8 becomes a question mark. */
        private static boolean mayLackHalfACharacter(byte[] utf8) {
            for (byte one : utf8) {
                if (one == '?') {
                    return true;
                }
            }
            return false;
        }

        byte[] all() {
            return Arrays.copyOf(bytes, size);
        }

        private void makeRoom(int more) {
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
            }
        }
    }

    private static final class Reader {

        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes, int from) {
            this.bytes = bytes;
            at = from;
        }

        long number() {
            long number = 0;
            int shift = 0;
            while (bytes[at] < 0) {
                number |= (bytes[at++] & 0x7FL) << shift;
                shift += 7;
            }
            return number | (long) bytes[at++] << shift;
        }

        String string() {
            int length = (int) number();
            at += length;
            return new String(bytes, at - length, length, UTF_8);
        }

        List<String> row() {
            int count = (int) number();
            List<String> strings = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                strings.add(string());
            }
            return strings;
        }
    }
}
