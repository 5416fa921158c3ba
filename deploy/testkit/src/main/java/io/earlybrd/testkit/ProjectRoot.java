package io.earlybrd.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the checkout, whichever module's tests run and however they were started. */
public final class ProjectRoot {

    private static final String PROPERTY = "earlybrd.root";

    private ProjectRoot() {}

    /**
     * The folder that system property {@code earlybrd.root} names, else the nearest parent of the working directory that
     * holds {@code deploy/broker}.
     *
     * @throws IllegalStateException if there is none
     */
    public static Path path() {
        String named = System.getProperty(PROPERTY);
        return named == null
                ? above(Path.of("").toAbsolutePath())
                : Path.of(named).toAbsolutePath().normalize();
    }

    private static Path above(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("deploy/broker"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + start
                + " holds deploy/broker; run inside the checkout or set -D" + PROPERTY + "=<its folder>");
    }
}
