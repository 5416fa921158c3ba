package io.earlybrd.notifier.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("N6")
class StopTokensTest {

    private final StopTokens tokens = new StopTokens(List.of("first"));
    private final Stoppable stoppable = new Stoppable(UUID.randomUUID(), List.of(UUID.randomUUID(), UUID.randomUUID()));

    @Test
    void token_isReadAsWhatItWasMadeFor() {
        assertThat(tokens.read(tokens.tokenOf(stoppable))).contains(stoppable);
    }

    @Test
    void sameAlerts_giveTheSameToken() {
        Stoppable reversed = new Stoppable(
                stoppable.subscriberId(),
                List.of(stoppable.alertIds().get(1), stoppable.alertIds().get(0)));

        assertThat(tokens.tokenOf(reversed)).isEqualTo(tokens.tokenOf(stoppable));
    }

    @Test
    void anyChangedCharacter_isRefused() {
        String token = tokens.tokenOf(stoppable);

        Stream<String> changed = IntStream.range(0, token.length())
                .boxed()
                .flatMap(i -> Stream.of("A", "B", "-", "_")
                        .filter(c -> token.charAt(i) != c.charAt(0))
                        .map(c -> token.substring(0, i) + c + token.substring(i + 1)));

        assertThat(changed).allSatisfy(other -> assertThat(tokens.read(other)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not base64 !", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "=", "."})
    void anythingElse_isRefused(String token) {
        assertThat(tokens.read(token)).isEmpty();
        assertThat(tokens.read(tokens.tokenOf(stoppable) + token.repeat(3) + "="))
                .isEmpty();
    }

    @Test
    void tokenOfAnotherKey_isRefusedUntilTheKeyIsAdded() {
        String old = new StopTokens(List.of("old")).tokenOf(stoppable);

        assertThat(tokens.read(old)).isEmpty();
        assertThat(new StopTokens(List.of("first", "old")).read(old)).contains(stoppable);
    }
}
