package io.earlybrd.testkit;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** What is wrong with a proxy's network now; whoever waits because of it goes on when that changes. */
final class NetworkFault {

    private Duration delay = Duration.ZERO;
    private Duration jitter = Duration.ZERO;
    private int bytesPerSecond = Integer.MAX_VALUE;
    private long cutAfterBytes = Long.MAX_VALUE;
    private boolean hanging;
    private long changes;

    synchronized void latency(Duration each, Duration upTo) {
        delay = each;
        jitter = upTo;
        changed();
    }

    synchronized void bandwidth(int limit) {
        bytesPerSecond = limit;
        changed();
    }

    synchronized void cutAfter(long bytes) {
        cutAfterBytes = bytes;
        changed();
    }

    synchronized void hang() {
        hanging = true;
        changed();
    }

    synchronized void heal() {
        delay = Duration.ZERO;
        jitter = Duration.ZERO;
        bytesPerSecond = Integer.MAX_VALUE;
        cutAfterBytes = Long.MAX_VALUE;
        hanging = false;
        changed();
    }

    /** Bytes that a connection may still pass on, of which it has passed some. */
    synchronized long allowance(long passed) {
        return Math.max(0, cutAfterBytes - passed);
    }

    /** Waits as long as so many bytes take. */
    synchronized void holdUp(int bytes) throws InterruptedException {
        while (hanging) {
            wait();
        }
        long seen = changes;
        long end = System.nanoTime() + travelTime(bytes);
        for (long left = end - System.nanoTime(); left > 0 && changes == seen; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private long travelTime(int bytes) {
        long extra = jitter.isZero() ? 0 : ThreadLocalRandom.current().nextLong(jitter.toNanos());
        long transfer = bytesPerSecond == Integer.MAX_VALUE ? 0 : TimeUnit.SECONDS.toNanos(bytes) / bytesPerSecond;
        return delay.toNanos() + extra + transfer;
    }

    private void changed() {
        changes++;
        notifyAll();
    }
}
