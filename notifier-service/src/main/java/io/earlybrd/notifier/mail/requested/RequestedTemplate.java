package io.earlybrd.notifier.mail.requested;

import io.earlybrd.notifier.mail.MailClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mails that other services may ask for, and what they say. {@code {until}} stands for when the link ends, another word in braces
 * for that member of the request's data; HTML and text say the same.
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
    SUGGESTION_ACCEPTED(
            "suggestion-accepted",
            MailClass.ACCOUNT,
            "We watch {employer} now",
            "See your suggestions",
            "You suggested {employer} to us. We watch their jobs: every new one goes through your alerts from now on."),
    SUGGESTION_REJECTED(
            "suggestion-rejected",
            MailClass.ACCOUNT,
            "We do not watch {employer}",
            "See your suggestions",
            "You suggested {employer} to us. We looked at it, and cannot watch it.",
            "Why: {reason}",
            "If you know another page that lists their jobs, send us that one."),
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
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** The place of the end of the link's life, which is a member of the request and not of its data. */
    static final String UNTIL = "until";

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

    /** One line that says what it is about. */
    String subject(UnaryOperator<String> values) {
        return filled(subject, values);
    }

    /** What its button says; empty if it has no link. */
    String button() {
        return button;
    }

    /** What it says. */
    List<String> sentences(UnaryOperator<String> values) {
        return sentences.stream().map(sentence -> filled(sentence, values)).toList();
    }

    /** The members of the request's data that it cannot do without. */
    Set<String> required() {
        Set<String> required = Stream.concat(Stream.of(subject), sentences.stream())
                .flatMap(text -> PLACE.matcher(text).results())
                .map(place -> place.group(1))
                .filter(name -> !name.equals(UNTIL))
                .collect(Collectors.toSet());
        if (!button.isEmpty()) {
            required.add(LINK);
        }
        return required;
    }

    /** In one go, so that a value with braces in it stays as it is. */
    private static String filled(String text, UnaryOperator<String> values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(values.apply(place.group(1))));
    }
}
