package io.earlybrd.scraper.fetch;

import java.net.InetAddress;

/** Decides where connections may go. Asked at connect time, about the very address that is then connected to. */
public interface AddressPolicy {

    /** Whether a connection to this address is allowed. */
    boolean permits(InetAddress address);

    /** Whether this host may be looked up at all: a name without a dot is one of the own network. */
    default boolean permitsHost(String host) {
        return host.indexOf('.') >= 0 || host.indexOf(':') >= 0;
    }

    /** Allows what is routed on the public Internet only. */
    static AddressPolicy publicOnly() {
        return PublicAddresses::contains;
    }

    /** Allows every address: for runs in which boards stand on the same machine. */
    static AddressPolicy any() {
        return new AddressPolicy() {
            @Override
            public boolean permits(InetAddress address) {
                return true;
            }

            @Override
            public boolean permitsHost(String host) {
                return true;
            }
        };
    }
}
