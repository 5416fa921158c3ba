package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void severalPorts_areDifferentAndCanBeTaken() throws Exception {
        // When
        List<Integer> ports = FreePorts.several(50);

        // Then
        assertThat(ports).hasSize(50).doesNotHaveDuplicates();
        try (ServerSocket socket = new ServerSocket(FreePorts.one(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(socket.isBound()).isTrue();
        }
    }
}
