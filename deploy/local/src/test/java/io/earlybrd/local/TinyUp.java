package io.earlybrd.local;

import java.nio.file.Path;

/** The launcher, with real servers and {@link TinyService}s in place of two of the services. */
public final class TinyUp {

    private TinyUp() {}

    /** The arguments are the folder of the checkout and that of the data. */
    public static void main(String[] args) {
        Up.run(SystemOptions.in(Path.of(args[1]))
                .checkout(Path.of(args[0]))
                .ports(Ports.free())
                .only(Service.ACCOUNT, Service.NOTIFIER));
    }
}
