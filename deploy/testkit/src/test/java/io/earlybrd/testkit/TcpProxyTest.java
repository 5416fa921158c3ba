package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The proxy in front of the test kit's own SMTP server, whose banner is 22 bytes. */
class TcpProxyTest {

    private final SmtpServer server = SmtpServer.start();
    private final TcpProxy proxy = TcpProxy.before(server.port());

    @AfterEach
    void close() {
        proxy.close();
        server.close();
    }

    @Test
    void withoutFault_passesEverythingOn() throws IOException {
        // When
        try (SmtpClient client = new SmtpClient(proxy.port())) {
            // Then
            assertThat(client.reply()).startsWith("220");
            assertThat(client.say("QUIT")).startsWith("221");
            assertThat(client.reply()).isNull();
        }
    }

    @Test
    void latency_holdsUpEachAnswer() throws IOException {
        // Given
        try (SmtpClient client = new SmtpClient(proxy.port())) {
            client.reply();
            proxy.latency(Duration.ofMillis(100), Duration.ofMillis(10));
            long start = System.nanoTime();

            // When
            client.say("NOOP");

            // Then
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200));
        }
    }

    @Test
    void bandwidth_makesBytesTakeTheirTime() throws IOException {
        // Given
        proxy.bandwidth(100);
        long start = System.nanoTime();

        // When
        try (SmtpClient client = new SmtpClient(proxy.port())) {
            client.reply();
        }

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(150));
    }

    @Test
    void hangingConnection_goesOnWhenHealed() throws IOException {
        // Given
        proxy.hang();
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            client.setSoTimeout(200);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            client.setSoTimeout(10_000);

            // When
            proxy.heal();

            // Then
            assertThat(client.getInputStream().read()).isEqualTo('2');
        }
    }

    @Test
    void cutConnection_isResetAndNewOnesAreRefusedUntilHealed() throws IOException {
        // Given
        try (SmtpClient client = new SmtpClient(proxy.port())) {
            client.reply();

            // When
            proxy.cut();

            // Then
            assertThatThrownBy(() -> client.say("NOOP")).isInstanceOf(SocketException.class);
        }
        assertThatThrownBy(() -> new SmtpClient(proxy.port())).isInstanceOf(ConnectException.class);
        proxy.heal();
        try (SmtpClient client = new SmtpClient(proxy.port())) {
            assertThat(client.reply()).startsWith("220");
        }
    }

    @Test
    void refusingProxy_letsOpenConnectionsGoOn() throws IOException {
        // Given
        try (SmtpClient client = new SmtpClient(proxy.port())) {
            client.reply();

            // When
            proxy.refuse();

            // Then
            assertThat(client.say("NOOP")).startsWith("250");
            assertThatThrownBy(() -> new SmtpClient(proxy.port())).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void resetProxy_takesNewConnections() throws IOException {
        // Given
        try (SmtpClient client = new SmtpClient(proxy.port())) {
            client.reply();

            // When
            proxy.reset();

            // Then
            assertThatThrownBy(() -> client.say("NOOP")).isInstanceOf(SocketException.class);
        }
        try (SmtpClient client = new SmtpClient(proxy.port())) {
            assertThat(client.reply()).startsWith("220");
        }
    }

    @Test
    void cutAfterBytes_passesNoMore() throws IOException {
        // Given
        proxy.cutAfter(3);
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            // When
            byte[] passed = new byte[3];
            int length = client.getInputStream().readNBytes(passed, 0, 3);

            // Then
            assertThat(new String(passed, 0, length)).isEqualTo("220");
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void nothingBehindTheProxy_endsTheConnection() throws IOException {
        // Given
        server.close();

        // When
        try (SmtpClient client = new SmtpClient(proxy.port())) {
            // Then
            assertThatThrownBy(client::reply).isInstanceOf(SocketException.class);
        }
    }
}
