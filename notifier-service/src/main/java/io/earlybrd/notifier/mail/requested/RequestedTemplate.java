package io.earlybrd.notifier.mail.requested;

import io.earlybrd.notifier.mail.MailClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The mails that other services may ask for, and what they say. {@code {until}} stands for when the link ends, {@code {endsAt}} for
 * the end of the trial; HTML and text say the same.
 */
enum RequestedTemplate {
    VERIFY_ADDRESS(
            "verify-address",
            MailClass.ACCOUNT,
            "Confirm your address",
            "Confirm address",
            "Somebody, hopefully you, signed up to EarlyBrd with this address. Alerts start once it is confirmed.",
            "The link holds until {until}. If it was not you, do nothing, and we send nothing more."),
    ALREADY_REGISTERED(
            "already-registered",
            MailClass.ACCOUNT,
            "You have an account already",
            "Log in",
            "Somebody, hopefully you, signed up to EarlyBrd with this address, which has an account already.",
            "You can log in with your password, or choose a new one there. If it was not you, nothing has changed."),
    RESET_PASSWORD(
            "reset-password",
            MailClass.ACCOUNT,
            "Choose a new password",
            "Choose password",
            "Somebody, hopefully you, asked for a new password.",
            "The link holds until {until} and works once. If it was not you, your password stays as it is."),
    PASSWORD_CHANGED(
            "password-changed",
            MailClass.ACCOUNT,
            "Your password was changed",
            "",
            "Your password was changed, and all other sessions were ended.",
            "If it was not you, choose a new password at once: on the log-in page, under “Forgot password”."),
    TRIAL_ENDING(
            "trial-ending",
            MailClass.BILLING,
            "Your trial ends soon",
            "Choose a plan",
            "Your trial ends {endsAt}. After that no alerts are mailed until you choose a plan.",
            "Your alerts and your ledger stay as they are, and nothing is charged by itself."),
    PAYMENT_FAILED(
            "payment-failed",
            MailClass.BILLING,
            "Your payment did not go through",
            "Check payment",
            "Your last payment did not go through. Alerts go on for now, and the payment is tried again.",
            "Please check your card, or choose another way to pay.");

    private static final String LINK = "link";

    private final String word;
    private final MailClass mailClass;
    private final String subject;
    private final String button;
    private final List<String> sentences;

    RequestedTemplate(String word, MailClass mailClass, String subject, String button, String... sentences) {
        this.word = word;
        this.mailClass = mailClass;
        this.subject = subject;
        this.button = button;
        this.sentences = List.of(sentences);
    }

    /** The template of this name. */
    static Optional<RequestedTemplate> named(String word) {
        return Arrays.stream(values())
                .filter(template -> template.word.equals(word))
                .findFirst();
    }

    MailClass mailClass() {
        return mailClass;
    }

    String subject() {
        return subject;
    }

    /** What its button says; empty if it has no link. */
    String button() {
        return button;
    }

    List<String> sentences() {
        return sentences;
    }

    /** The members of the request's data that it cannot do without. */
    Set<String> required() {
        return button.isEmpty() ? Set.of() : this == TRIAL_ENDING ? Set.of(LINK, "endsAt") : Set.of(LINK);
    }
}
