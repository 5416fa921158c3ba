package io.earlybrd.local;

import io.earlybrd.testkit.InboxPage;
import io.earlybrd.testkit.SmtpServer;
import io.earlybrd.testkit.board.BoardStub;
import io.earlybrd.testkit.board.DemoBoard;
import io.earlybrd.testkit.stripe.StripeOptions;
import io.earlybrd.testkit.stripe.StripeStandIn;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** What stands for the outside world, inside this process: the subscribers' inbox, Stripe, and employers' job boards. */
final class StandIns implements AutoCloseable {

    private static final int MAX_MAILS = 2000;
    private static final Duration DEMO_JOB_EVERY = Duration.ofSeconds(20);

    private final Deque<Runnable> endings = new ArrayDeque<>();
    private SmtpServer smtp;
    private StripeStandIn stripe;
    private BoardStub board;

    private StandIns() {}

    /** Starts all, or none if one fails. */
    static StandIns start(Installation installation) {
        StandIns standIns = new StandIns();
        try {
            standIns.startInbox(installation.folder(), installation.ports());
            standIns.startStripe(installation);
            standIns.startBoard(installation.options(), installation.ports(), installation.clock());
            return standIns;
        } catch (RuntimeException e) {
            standIns.close();
            throw e;
        }
    }

    SmtpServer smtp() {
        return smtp;
    }

    StripeStandIn stripe() {
        return stripe;
    }

    BoardStub board() {
        return board;
    }

    @Override
    public void close() {
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }

    private void startInbox(LocalFolder folder, Ports ports) {
        smtp = SmtpServer.start(ports.of(Server.SMTP), folder.data("inbox"), MAX_MAILS);
        endings.push(smtp::close);
        endings.push(InboxPage.start(smtp, ports.of(Server.INBOX))::close);
    }

    private void startStripe(Installation installation) {
        stripe = StripeStandIn.start(StripeOptions.of(
                        installation.clock(), installation.environment().stripeApiKey())
                .port(installation.ports().of(Server.STRIPE))
                .stateIn(installation.folder().data("stripe")));
        endings.push(stripe::close);
        stripe.sendWebhooksTo(
                URI.create("http://127.0.0.1:" + installation.ports().of(Service.BILLING) + "/stripe/webhooks"),
                installation.environment().stripeWebhookSecret());
    }

    private void startBoard(SystemOptions options, Ports ports, Clock clock) {
        if (options.isDemo()) {
            DemoBoard demo = DemoBoard.start(ports.of(Server.BOARD), clock, DEMO_JOB_EVERY);
            endings.push(demo::close);
            board = demo.boards();
        } else {
            board = BoardStub.start(ports.of(Server.BOARD), clock);
            endings.push(board::close);
        }
    }
}
