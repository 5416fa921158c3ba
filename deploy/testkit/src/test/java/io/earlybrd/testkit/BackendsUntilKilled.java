package io.earlybrd.testkit;

import java.util.concurrent.CountDownLatch;

/** The program that {@link BackendsKilledTest} kills: starts the servers, says so, and never ends by itself. */
final class BackendsUntilKilled {

    private BackendsUntilKilled() {}

    public static void main(String[] args) throws InterruptedException {
        new Backends().start();
        System.out.println("started");
        new CountDownLatch(1).await();
    }
}
