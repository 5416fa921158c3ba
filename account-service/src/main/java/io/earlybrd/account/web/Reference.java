package io.earlybrd.account.web;

import java.security.SecureRandom;

/** A short name for one fault, shown on the error page and written to the log: {@code R-8KD4-T2VA}. It holds nothing about anybody. */
final class Reference {

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUP = 4;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    static String next() {
        return "R-" + group() + "-" + group();
    }

    private static String group() {
        return RANDOM.ints(GROUP, 0, ALPHABET.length())
                .collect(
                        StringBuilder::new, (text, index) -> text.append(ALPHABET.charAt(index)), StringBuilder::append)
                .toString();
    }
}
