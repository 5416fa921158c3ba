package io.earlybrd.notifier.mail.requested;

import java.util.List;
import java.util.Optional;

/**
 * A mail about the account or its billing, as its templates show it.
 *
 * @param subject one line that says what it is about
 * @param sentences what it says
 * @param link where its button leads
 * @param button what its button says
 * @param why why it came
 * @param postalAddress of the sender
 */
record RequestedView(
        String subject,
        List<String> sentences,
        Optional<String> link,
        String button,
        String why,
        Optional<String> postalAddress) {}
