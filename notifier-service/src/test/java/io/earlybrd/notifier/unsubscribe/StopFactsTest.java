package io.earlybrd.notifier.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StopFactsTest {

    @Test
    void address_isMaskedButForItsEnds() {
        assertThat(masked("rosalind@post.example")).isEqualTo("r•••d@post.example");
        assertThat(masked("ab@post.example")).isEqualTo("a•••@post.example");
        assertThat(masked("broken")).isEmpty();
    }

    private static String masked(String address) {
        return new StopFacts(Optional.of(address), List.of(), 0).maskedAddress();
    }
}
