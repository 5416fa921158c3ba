package io.earlybrd.notifier.unsubscribe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known of what a link stops.
 *
 * @param email address of the subscriber; absent after erasure
 * @param alerts names of those of its alerts that still exist
 * @param others how many other alerts the subscriber has
 */
record StopFacts(Optional<String> email, List<String> alerts, int others) {

    /** The names in quotes: {@code “Berlin Java” and “Staff SRE”}. */
    public String names() {
        return alerts.stream().map(name -> "“" + name + "”").collect(Collectors.joining(" and "));
    }

    /** Whether there is nothing left to stop. */
    public boolean isGone() {
        return email.isEmpty() || alerts.isEmpty() && others == 0;
    }

    /** The address so that its owner knows it and nobody else learns it: {@code r•••n@post.example}. */
    public String maskedAddress() {
        String address = email.orElse("");
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return "";
        }
        String local = address.substring(0, at);
        String end = local.length() > 2 ? local.substring(local.length() - 1) : "";
        return local.charAt(0) + "•••" + end + address.substring(at);
    }
}
