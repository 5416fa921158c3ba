package io.earlybrd.testkit;

import java.io.IOException;
import java.util.UUID;

/**
 * Ends a server when this JVM ends, in whatever way: a shell whose standard input is a pipe from this JVM, which ends with
 * it. It knows its server by a mark on the command line, so it finds one that has only just been started, and neither
 * another process that got the same id later nor the next server with the same data.
 */
final class PostgresGuard implements AutoCloseable {

    private static final String SETTING = "earlybrd.run";

    /** Stops what bears the mark, if need be with growing force. No program that it runs bears the mark itself. */
    private static final String SCRIPT = """
            read -r end
            for signal in INT QUIT KILL; do
              for found in $(printf '%s=%s\n' "$0" "$1" | grep -lszxFf - /proc/[0-9]*/cmdline); do
                pid=${found#/proc/}
                kill -"$signal" "${pid%/cmdline}"
              done
              sleep 1
            done
            """;

    private final String run = UUID.randomUUID().toString();
    private Process shell;

    /** The argument that a server's command line bears: a setting that PostgreSQL keeps and does not know. */
    String mark() {
        return SETTING + "=" + run;
    }

    /** Guards from now on; called before a server is started, so that no moment is left out. */
    synchronized void watch() throws IOException {
        if (shell == null || !shell.isAlive()) {
            shell = new ProcessBuilder("sh", "-c", SCRIPT, SETTING, run)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    /** Its process. */
    synchronized Process shell() {
        return shell;
    }

    /** Guards no more. */
    @Override
    public synchronized void close() {
        if (shell != null) {
            shell.destroy();
        }
    }
}
