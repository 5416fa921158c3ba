package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.testkit.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void nothingIsSet_usualPortsAreTaken() {
        Ports ports = Ports.from(Map.of());

        assertThat(ports.of(Service.ACCOUNT)).isEqualTo(8080);
        assertThat(ports.management(Service.BILLING)).isEqualTo(9084);
        assertThat(ports.of(Server.KAFKA)).isEqualTo(19092);
    }

    @Test
    void aVariableIsSet_movesThatPartAndItsHealth() {
        Ports ports = Ports.from(Map.of("EARLYBRD_ACCOUNT_PORT", "18080", "EARLYBRD_KAFKA_PORT", "29092"));

        assertThat(ports.of(Service.ACCOUNT)).isEqualTo(18080);
        assertThat(ports.management(Service.ACCOUNT)).isEqualTo(19080);
        assertThat(ports.of(Server.KAFKA)).isEqualTo(29092);
        assertThat(ports.of(Service.SCRAPER)).isEqualTo(8081);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65535", "http", "-1", "123456", "80 80"})
    void aVariableHoldsNoPort_isRefusedByName(String text) {
        assertThatThrownBy(() -> Ports.from(Map.of("EARLYBRD_MATCHER_PORT", text)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("EARLYBRD_MATCHER_PORT=" + text);
    }

    @Test
    void twoPartsWantOnePort_bothAreNamed() {
        assertThatThrownBy(() -> Ports.from(Map.of("EARLYBRD_INBOX_PORT", "9080")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContainingAll("9080", "account service", "inbox page", "EARLYBRD_INBOX_PORT");
    }

    @Test
    void freePorts_areAllDifferent() {
        List<Ports.Claim> claims = Ports.free().claims(List.of(Service.values()));

        assertThat(claims).extracting(Ports.Claim::port).doesNotHaveDuplicates().hasSize(16);
    }

    @Test
    void aPortIsTaken_theErrorNamesItWhoWantsItAndHowToChange() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String taken = Integer.toString(stranger.getLocalPort());
            Ports ports = Ports.from(Map.of("EARLYBRD_STRIPE_PORT", taken));

            assertThatThrownBy(() -> PortCheck.requireFree(List.of(
                            new Ports.Claim(FreePorts.one(), "inbox page", "EARLYBRD_INBOX_PORT"),
                            claimOf(ports, "EARLYBRD_STRIPE_PORT"))))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContainingAll("Port " + taken, "Stripe stand-in", "EARLYBRD_STRIPE_PORT=")
                    .hasMessageNotContaining("inbox");
        }
    }

    private static Ports.Claim claimOf(Ports ports, String variable) {
        return ports.claims(List.of()).stream()
                .filter(claim -> claim.variable().equals(variable))
                .findFirst()
                .orElseThrow();
    }
}
