package io.earlybrd.account.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which passwords are taken: long ones that are not the first that an attacker would try. No rule asks for digits or signs, as
 * NIST SP 800-63B-4 forbids such rules.
 */
public final class PasswordRules {

    /** Least number of characters (code points). */
    public static final int MIN_LENGTH = 15;

    /** Largest number of characters; longer ones only cost time. */
    public static final int MAX_LENGTH = 256;

    private static final int MIN_DISTINCT = 5;
    private static final String PRODUCT = "earlybrd";

    /** Keys in a row, the alphabet and the digits, both ways round: what hands type when heads are tired. */
    private static final List<String> WALKS = Stream.of(
                    "abcdefghijklmnopqrstuvwxyz",
                    "01234567890123456789",
                    "qwertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "qwertzuiop",
                    "azertyuiop",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
                    "1qa2ws3ed4rf5tg6yh7uj",
                    "1q2w3e4r5t6y7u8i9o0p",
                    "q1w2e3r4t5y6u7i8o9p0",
                    "qazwsxedcrfvtgbyhnujmik")
            .flatMap(walk -> Stream.of(walk, new StringBuilder(walk).reverse().toString()))
            .toList();

    /** Words of a language break a walk sooner than this on average. */
    private static final int MEAN_PIECE_OF_A_WALK = 4;

    private static final Pattern RUN_OF_ONE_CHARACTER = Pattern.compile("(.)\\1+");

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What leaked passwords come down to without signs, and phrases of our own. */
    private static final Set<String> COMMON = Stream.of("/common-passwords.txt", "/common-phrases.txt")
            .flatMap(PasswordRules::lines)
            .map(PasswordRules::bare)
            .collect(Collectors.toUnmodifiableSet());

    private PasswordRules() {}

    /** What is wrong with a password for this address, as a sentence that says what to do; empty if nothing is. */
    public static Optional<String> problemWith(String typed, String email) {
        String password = Normalizer.normalize(typed, Normalizer.Form.NFC);
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            return Optional.of("Use " + MIN_LENGTH + " characters or more. This one has " + length + ".");
        }
        if (length > MAX_LENGTH) {
            return Optional.of("Use " + MAX_LENGTH + " characters or fewer. This one has " + length + ".");
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (isAbout(plain, email.toLowerCase(Locale.ROOT))) {
            return Optional.of("Choose words that have nothing to do with your address or with EarlyBrd.");
        }
        if (isRepetition(plain)) {
            return Optional.of("Choose something less regular: this one repeats itself.");
        }
        if (isCommon(plain)) {
            return Optional.of("Choose another one: this is among the first that somebody would try.");
        }
        return Optional.empty();
    }

    /** Whether little is left of it without the address, its name or the product's name. */
    private static boolean isAbout(String plain, String email) {
        String name = email.substring(0, Math.max(0, email.indexOf('@')));
        String rest = plain.replace(email, "");
        if (name.length() >= MIN_DISTINCT) {
            rest = rest.replace(name, "");
        }
        rest = rest.replace(PRODUCT, "").replace("earlybird", "");
        return rest.length() < plain.length() && rest.length() < PRODUCT.length();
    }

    private static boolean isRepetition(String plain) {
        if (plain.codePoints().distinct().count() < MIN_DISTINCT) {
            return true;
        }
        for (int unit = 1; unit <= plain.length() / 2; unit++) {
            if (plain.startsWith(plain.substring(unit))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCommon(String plain) {
        String bare = bare(plain);
        return COMMON.contains(bare)
                || isWalk(bare)
                || isWalk(RUN_OF_ONE_CHARACTER.matcher(bare).replaceAll("$1"));
    }

    /** Whether a few long pieces of the walks make up the text. */
    private static boolean isWalk(String text) {
        int pieces = 0;
        for (int at = 0; at < text.length(); at += longestPiece(text, at)) {
            pieces++;
        }
        return pieces * MEAN_PIECE_OF_A_WALK <= text.length();
    }

    /** Looks no further than a walk is long, so that a long text costs a little per character and no more. */
    private static int longestPiece(String text, int at) {
        int longest = 1;
        for (String walk : WALKS) {
            for (int from = 0; from < walk.length() - longest; from++) {
                longest = Math.max(longest, commonLength(text, at, walk, from));
            }
        }
        return longest;
    }

    private static int commonLength(String text, int at, String walk, int from) {
        int most = Math.min(text.length() - at, walk.length() - from);
        int length = 0;
        while (length < most && text.charAt(at + length) == walk.charAt(from + length)) {
            length++;
        }
        return length;
    }

    private static String bare(String plain) {
        return NO_LETTER_OR_DIGIT.matcher(plain).replaceAll("");
    }

    private static Stream<String> lines(String resource) {
        try (InputStream in = PasswordRules.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
