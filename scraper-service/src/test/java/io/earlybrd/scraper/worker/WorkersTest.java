package io.earlybrd.scraper.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void whatComputesForLong_isComputedOffTheEventLoop_andTheCallerGoesOnWhereItWas() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Workers workers = new Workers(vertx);
            CompletableFuture<Boolean> computedOnEventLoop = new CompletableFuture<>();
            CompletableFuture<Context> wentOnAt = new CompletableFuture<>();
            Context here = vertx.getOrCreateContext();

            here.runOnContext(begin -> workers.run(Context::isOnEventLoopThread)
                    .subscribe()
                    .with(
                            onEventLoop -> {
                                computedOnEventLoop.complete(onEventLoop);
                                wentOnAt.complete(Context.isOnEventLoopThread() ? Vertx.currentContext() : null);
                            },
                            computedOnEventLoop::completeExceptionally));

            assertThat(computedOnEventLoop.get(10, TimeUnit.SECONDS)).isFalse();
            assertThat(wentOnAt.get(10, TimeUnit.SECONDS)).isSameAs(here);
        } finally {
            vertx.close();
        }
    }
}
