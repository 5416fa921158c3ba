package io.earlybrd.scraper.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up a host. */
@FunctionalInterface
public interface HostResolver {

    /** All addresses of a host name or IP literal; may block. */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** The resolver of the machine. */
    static HostResolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
