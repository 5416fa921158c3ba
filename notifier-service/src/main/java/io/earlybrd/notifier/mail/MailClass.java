package io.earlybrd.notifier.mail;

import java.util.Arrays;
import java.util.Optional;

/** What a mail is about; every mail has exactly one. It decides who may switch it off. */
public enum MailClass {
    /** New jobs. Can be stopped from the mail itself. */
    ALERTS("alerts"),
    /** The account: confirming an address, a new password. Always sent. */
    ACCOUNT("account"),
    /** Trial and payment. Always sent. */
    BILLING("billing");

    private final String word;

    MailClass(String word) {
        this.word = word;
    }

    /** The class of this name. */
    public static Optional<MailClass> named(String word) {
        return Arrays.stream(values())
                .filter(mailClass -> mailClass.word.equals(word))
                .findFirst();
    }

    /** The word for it on the wire and in the database. */
    public String word() {
        return word;
    }
}
