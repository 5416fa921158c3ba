package io.earlybrd.testkit.board;

/** Which members Greenhouse's answers have: three of them are missing in all recordings until 2024. */
public enum GreenhouseShape {
    CURRENT,
    /** Without {@code company_name}, {@code first_published} and {@code language}. */
    UNTIL_2024
}
