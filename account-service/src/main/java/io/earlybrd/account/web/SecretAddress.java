package io.earlybrd.account.web;

import java.util.List;

/** The pages whose address is a secret, which only a mail has told: it is the proof of whoever comes with it. */
final class SecretAddress {

    private static final List<String> STARTS = List.of("/confirm/", "/password/reset/");

    private SecretAddress() {}

    /** Whether a path leads to such a page. */
    static boolean is(String path) {
        return STARTS.stream().anyMatch(path::startsWith);
    }
}
