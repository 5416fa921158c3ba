package io.earlybrd.notifier.smtp;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Hands mails over to the SMTP server, over connections that are kept for the next mail. It opens as many as are asked for at the
 * same time; who uses it bounds that. All state is confined to one event loop.
 */
@ApplicationScoped
public class SmtpClient {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Context context;
    private final SmtpSettings settings;
    private final NetClient network;
    private final Deque<PooledSession> idle = new ArrayDeque<>();

    SmtpClient(Vertx vertx, SmtpSettings settings) {
        this.vertx = vertx;
        this.context = VertxContext.getRootContext(vertx.getOrCreateContext());
        this.settings = settings;
        this.network = vertx.createNetClient(new NetClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setTcpNoDelay(true)
                .setSsl(settings.tls())
                .setTrustAll(settings.trustAll())
                .setHostnameVerificationAlgorithm(settings.trustAll() ? "" : "HTTPS"));
    }

    /**
     * Hands a mail over; fails with an {@link SmtpRefusal}, with {@link SmtpUnanswered}, or with what kept the server from being
     * reached or understood.
     */
    public Uni<Void> send(SmtpMessage message) {
        return Uni.createFrom()
                .emitter(emitter -> context.runOnContext(now -> deliver(message)
                        .onSuccess(done -> emitter.complete(null))
                        .onFailure(emitter::fail)));
    }

    private Future<Void> deliver(SmtpMessage message) {
        PooledSession kept = takeIdle();
        if (kept == null) {
            return open().compose(fresh -> deliver(fresh, message));
        }
        // The server may have hung up in the meantime; as long as it has not taken the sender, nothing was sent.
        return deliver(kept, message)
                .recover(failure -> kept.hasBegun()
                        ? Future.failedFuture(failure)
                        : open().compose(fresh -> deliver(fresh, message)));
    }

    private Future<Void> deliver(PooledSession session, SmtpMessage message) {
        return session.deliver(message).onComplete(result -> {
            if (session.isReusable()) {
                idle.push(session);
            } else {
                session.close();
            }
        });
    }

    private Future<PooledSession> open() {
        return network.connect(settings.port(), settings.host())
                .map(socket -> new PooledSession(new SmtpConnection(vertx, socket), settings))
                .compose(session -> session.begin().map(session));
    }

    private PooledSession takeIdle() {
        PooledSession session = idle.poll();
        while (session != null && !session.isFresh()) {
            session.close();
            session = idle.poll();
        }
        return session;
    }
}
