package io.earlybrd.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.earlybrd.testkit.AtOnce;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A1")
class HashMemoryTest {

    private static final long MIB = 1 << 20;

    @Test
    void secondHash_allocatesNextToNothing() {
        // Given: strongly held, so that no collection takes it away meanwhile
        String hash = Argon2id.hash("seven green bottles");
        Object held = Argon2id.memory();

        // When
        long before = allocated();
        boolean matches = Argon2id.matches("seven green bottles", hash);
        long after = allocated();

        // Then
        assertThat(matches).isTrue();
        assertThat(after - before).isLessThan(MIB);
        assertThat(Argon2id.memory()).isSameAs(held);
    }

    @Test
    void hashesAtTheSameTime_areRightAll() {
        // Given
        List<String> passwords =
                IntStream.range(0, 16).mapToObj(i -> "password number " + i).toList();

        // When
        List<String> hashes = AtOnce.times(16, i -> Argon2id.hash(passwords.get(i)));

        // Then
        List<Boolean> matches = AtOnce.times(
                16,
                i -> Argon2id.matches(passwords.get(i), hashes.get(i))
                        && !Argon2id.matches(passwords.get(i), hashes.get((i + 1) % 16)));
        assertThat(matches).containsOnly(true);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
