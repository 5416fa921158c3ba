package io.earlybrd.account.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("A19")
class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2:ffff:4:5:6, 20010db800010002",
        "2001:db8::1, 20010db800000000",
        "::1, 0000000000000000",
        "::ffff:192.0.2.7, ::ffff:192.0.2.7"
    })
    void address_isCountedByNetwork(String address, String network) {
        assertThat(ClientAddress.network(address)).isEqualTo(network);
    }
}
