package io.earlybrd.acceptance;

import io.earlybrd.local.LocalSystem;
import io.earlybrd.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a service writes to its log from now on. */
final class ServiceLog {

    private final Path file;
    private final int before;

    ServiceLog(LocalSystem system, Service service) {
        file = system.log(service);
        before = all().size();
    }

    /** The lines so far. */
    List<String> lines() {
        List<String> all = all();
        return all.subList(Math.min(before, all.size()), all.size());
    }

    private List<String> all() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
