package io.earlybrd.scraper.fetch;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** Keeps requests to one host few and apart, and leaves it alone while it asks for that. One per instance of the service. */
@ApplicationScoped
public class HostGates {

    /**
     * A host that has not answered after so long has seen the request all the same. Busy machines have been seen to take a second
     * until they read; a board that thinks for longer than that must not take the whole host for itself.
     */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final long NANOS_A_MILLI = 1_000_000;

    private final Vertx vertx;
    private final Clock clock;
    private final int concurrency;
    private final Duration gap;
    private final Map<String, Gate> gates = new HashMap<>();

    public HostGates(Vertx vertx, Clock clock, FetchConfig config) {
        this.vertx = vertx;
        this.clock = clock;
        this.concurrency = config.fetch().hostConcurrency();
        this.gap = config.fetch().hostGap();
    }

    /**
     * Waits for the turn of one request.
     *
     * @return fails with {@link FetchFailure.Kind#HOST_RESTS} while the host rests, and if it asks for that meanwhile
     */
    Uni<Turn> enter(String host) {
        return Uni.createFrom().emitter(turn -> {
            Duration rest = join(host, turn);
            if (!rest.isZero()) {
                turn.fail(rests(rest));
            }
        });
    }

    private Duration join(String host, UniEmitter<? super Turn> turn) {
        synchronized (gates) {
            Gate gate = gates.computeIfAbsent(host, name -> new Gate());
            Duration rest = gate.restFrom(clock.instant());
            if (rest.isZero()) {
                gate.waiting.add(turn);
                admitNext(gate);
            }
            return rest;
        }
    }

    private static FetchFailure rests(Duration rest) {
        return new FetchFailure(FetchFailure.Kind.HOST_RESTS, "host asked us to wait", rest);
    }

    /** Leaves the host alone for so long; a shorter wish of an answer that came at the same time ends no longer one. */
    void rest(String host, Duration time) {
        synchronized (gates) {
            Gate gate = gates.computeIfAbsent(host, name -> new Gate());
            Instant until = clock.instant().plus(time);
            gate.restsUntil = until.isAfter(gate.restsUntil) ? until : gate.restsUntil;
        }
    }

    /** How long after the last request that it sent another instance may ask the host. */
    public Duration handover() {
        return PATIENCE.plus(gap);
    }

    /** Requests that one host may have at the same time. */
    public int concurrency() {
        return concurrency;
    }

    /** Hosts that would make a further request wait: at their limit, or resting. */
    public Set<String> busyHosts() {
        synchronized (gates) {
            Instant now = clock.instant();
            Set<String> busy = new HashSet<>();
            gates.forEach((host, gate) -> {
                if (gate.inside + gate.waiting.size() >= concurrency || gate.restsUntil.isAfter(now)) {
                    busy.add(host);
                }
            });
            gates.values().removeIf(gate -> gate.idleSince(now, gap));
            return busy;
        }
    }

    /**
     * Lets one in, and the next a gap after the host has seen that one. What the host sees counts: between the turn and the bytes that
     * it reads lie a look-up, a connection, and machines that may be busy. Pacing is by a monotonic clock, so that a jump of the
     * time of day neither stops nor rushes it.
     */
    private void admitNext(Gate gate) {
        if (gate.unseen || gate.inside >= concurrency || gate.waiting.isEmpty()) {
            return;
        }
        UniEmitter<? super Turn> turn = gate.waiting.poll();
        gate.inside++;
        gate.unseen = true;
        beginLater(gate, turn);
    }

    private void beginLater(Gate gate, UniEmitter<? super Turn> turn) {
        long wait = gate.nextStartNanos - System.nanoTime() + NANOS_A_MILLI - 1;
        // By a timer even without a wait, so that nothing of the caller runs inside this lock.
        vertx.setTimer(Math.max(1, wait / NANOS_A_MILLI), timer -> begin(gate, turn));
    }

    private void begin(Gate gate, UniEmitter<? super Turn> turn) {
        Duration rest;
        synchronized (gates) {
            if (gate.nextStartNanos - System.nanoTime() > 0) {
                beginLater(gate, turn);
                return;
            }
            rest = gate.restFrom(clock.instant());
            if (!rest.isZero()) {
                gate.inside--;
                gate.unseen = false;
                admitNext(gate);
            }
        }
        if (rest.isZero()) {
            turn.complete(new Turn(gate));
        } else {
            turn.fail(rests(rest));
        }
    }

    /** The right to send one request. Whoever has it says what becomes of the request, and must end it. */
    final class Turn {

        private final Gate gate;
        private boolean sent;
        private boolean seen;
        private boolean ended;
        private long patience;

        private Turn(Gate gate) {
            this.gate = gate;
        }

        /** Throws if the turn has ended: a connection may stand when nobody waits for it any more. */
        void confirm() {
            synchronized (gates) {
                if (ended) {
                    throw new FetchFailure(FetchFailure.Kind.TIMED_OUT, "connected too late");
                }
            }
        }

        /** The request has left us. */
        void sent() {
            synchronized (gates) {
                if (!sent && !seen) {
                    sent = true;
                    patience = vertx.setTimer(PATIENCE.toMillis(), over -> seen());
                }
            }
        }

        /** The host has seen the request, at the latest now: its answer begins, also where we had lost patience with it. */
        void seen() {
            synchronized (gates) {
                gate.nextStartNanos = System.nanoTime() + gap.toNanos();
                if (!seen) {
                    seen = true;
                    if (sent) {
                        vertx.cancelTimer(patience);
                    }
                    gate.unseen = false;
                    admitNext(gate);
                }
            }
        }

        /** The answer is there, or none will come; then the request may be on its way all the same. */
        void end() {
            synchronized (gates) {
                ended = true;
                gate.inside--;
                sent();
                admitNext(gate);
            }
        }
    }

    private static final class Gate {

        private final Queue<UniEmitter<? super Turn>> waiting = new ArrayDeque<>();
        private int inside;
        private boolean unseen;
        private long nextStartNanos = System.nanoTime();
        private Instant restsUntil = Instant.EPOCH;

        /** Zero if it does not rest. */
        Duration restFrom(Instant now) {
            return restsUntil.isAfter(now) ? Duration.between(now, restsUntil) : Duration.ZERO;
        }

        boolean idleSince(Instant now, Duration gap) {
            return inside == 0
                    && !unseen
                    && waiting.isEmpty()
                    && !restsUntil.isAfter(now)
                    && System.nanoTime() - nextStartNanos > gap.toNanos();
        }
    }
}
