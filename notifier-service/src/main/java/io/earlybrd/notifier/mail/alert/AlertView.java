package io.earlybrd.notifier.mail.alert;

/**
 * One alert that a mail is sent for.
 *
 * @param name what its owner calls it
 * @param why why this mail came: {@code Sent for your alert “Berlin Java”. It mails at once.}
 * @param editLink where it is changed
 * @param stopLink where it is stopped without logging in
 */
record AlertView(String name, String why, String editLink, String stopLink) {

    static final int MAX_NAME = 80;
}
