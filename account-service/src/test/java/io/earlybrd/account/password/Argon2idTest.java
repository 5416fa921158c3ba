package io.earlybrd.account.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A1")
class Argon2idTest {

    @Test
    void hash_isMatchedByItsPasswordOnly() {
        // Given
        String hash = Argon2id.hash("seven green bottles");

        // When
        boolean same = Argon2id.matches("seven green bottles", hash);
        boolean other = Argon2id.matches("seven green bottle", hash);

        // Then
        assertThat(same).isTrue();
        assertThat(other).isFalse();
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void twoHashesOfOnePassword_differ() {
        assertThat(Argon2id.hash("seven green bottles")).isNotEqualTo(Argon2id.hash("seven green bottles"));
    }

    @Test
    void hashOfAnotherImplementation_isMatched() {
        // Given: argon2 of the reference implementation, echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        // When
        boolean matches = Argon2id.matches("password", reference);

        // Then
        assertThat(matches).isTrue();
    }

    @Test
    void sameLettersFromAnotherKeyboard_match() {
        // Given
        String composed = "Übergrößen träumen süß";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);

        // When
        String hash = Argon2id.hash(composed);

        // Then
        assertThat(decomposed).isNotEqualTo(composed);
        assertThat(Argon2id.matches(decomposed, hash)).isTrue();
    }

    @Test
    void anythingElseInTheColumn_isAFaultAndNoMatch() {
        assertThatThrownBy(() -> Argon2id.matches("password", "password")).isInstanceOf(IllegalArgumentException.class);
    }
}
