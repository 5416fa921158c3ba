package io.earlybrd.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How one child process is started.
 *
 * @param command visible to every user of the machine, so it holds no secret
 * @param environment what the process sees beside what this process sees
 * @param log the file that it appends its output to
 */
record Launch(List<String> command, Map<String, String> environment, Path log) {

    /** Without the environment, which holds secrets. */
    @Override
    public String toString() {
        return "Launch" + command;
    }
}
