package io.earlybrd.account.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A19")
class SignUpLimitTest {

    @Test
    void environment_setsIt() {
        // Given
        SmallRyeConfig config = environment("10000");

        // When
        SignUpLimit limit = config.getValue(SignUpService.LIMIT, SignUpLimit.class);

        // Then
        assertThat(limit.anHour()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1.5"})
    void valueThatMakesNoSense_isRefused(String value) {
        // Given
        SmallRyeConfig config = environment(value);

        // Then
        assertThatThrownBy(() -> config.getValue(SignUpService.LIMIT, SignUpLimit.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SmallRyeConfig environment(String value) {
        ConfigSource environment = new EnvConfigSource(Map.of("EARLYBRD_SIGN_UPS_PER_IP_AND_HOUR", value), 300);
        return new SmallRyeConfigBuilder().withSources(environment).build();
    }
}
