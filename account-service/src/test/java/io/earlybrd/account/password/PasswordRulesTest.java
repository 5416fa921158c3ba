package io.earlybrd.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A1")
class PasswordRulesTest {

    private static final String EMAIL = "robin.hoodwood@post.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven green bottles",
                "correct horse battery staple on a boat",
                "горячий борщ зимой",
                "十五文字以上のパスワードを使ってください",
                "          spaces          count         too",
                "the earlybird catches many worms in the garden",
                "Robin likes to walk in the wood at night",
                "x8#kQ!2mZ$7wP@4v"
            })
    void longPasswordThatIsNotCommon_isTaken(String password) {
        assertThat(PasswordRules.problemWith(password, EMAIL)).isEmpty();
    }

    @Test
    void lengthsAtTheEdges_areCountedInCharacters() {
        // Given
        String fourteen = "abxcdyefzghwij";
        String longest = "seven green bottles ".repeat(13).substring(0, 255) + "!";

        // When
        List<Boolean> refused = List.of(
                PasswordRules.problemWith(fourteen, EMAIL).isPresent(),
                PasswordRules.problemWith(fourteen + "😀", EMAIL).isPresent(),
                PasswordRules.problemWith(longest + "x", EMAIL).isPresent());

        // Then
        assertThat(refused).containsExactly(true, false, true);
        assertThat(PasswordRules.problemWith("short", EMAIL)).contains("Use 15 characters or more. This one has 5.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaaaaaa",
                "abababababababababab",
                "passwordpassword",
                "password1password1",
                "12345678901234567890",
                "qwertyuiopasdfghjkl",
                "1qaz2wsx3edc4rfv",
                "1234qwerasdfzxcv",
                "zyxwvutsrqponmlk",
                "111222333444555",
                "123456789qwerty",
                "robin.hoodwood@post.example",
                "robin.hoodwood1234",
                "EarlyBrd2026!!!",
                "EarlyBrdEarlyBrd",
                "Correct Horse Battery Staple",
                "this is my password",
                "LETMEIN-letmein"
            })
    void passwordThatIsTriedFirst_isRefusedWithAReason(String password) {
        assertThat(PasswordRules.problemWith(password, EMAIL)).isPresent();
    }

    @Test
    void longestPassword_isJudgedWithoutCopyingItsPieces() {
        // Given
        String password = new Random(1)
                .ints(PasswordRules.MAX_LENGTH, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        PasswordRules.problemWith(password, EMAIL);

        // When
        long before = allocated();
        Optional<String> problem = PasswordRules.problemWith(password, EMAIL);
        long after = allocated();

        // Then
        assertThat(problem).isEmpty();
        assertThat(after - before).isLessThan(1 << 20);
    }

    @Test
    void commonPasswords_areRefused() throws IOException {
        // Given
        List<String> common =
                Files.readAllLines(SharedData.path("trust/auth/common-passwords-30k.txt"), StandardCharsets.UTF_8);

        // When
        List<String> taken = common.stream()
                .filter(password -> PasswordRules.problemWith(password, EMAIL).isEmpty())
                .toList();

        // Then
        assertThat(taken).isEmpty();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
