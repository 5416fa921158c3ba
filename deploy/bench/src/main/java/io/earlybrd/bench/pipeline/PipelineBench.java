package io.earlybrd.bench.pipeline;

import io.earlybrd.bench.Figures;
import java.nio.file.Path;

/** {@code deploy/bench/run pipeline}: jobs through real services and a real broker. */
public final class PipelineBench {

    private PipelineBench() {}

    /** Measures and prints the figures as the last line; the argument is a folder for data and logs. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Figures figures = new Figures();
        JobsToMatches.measure(folder.resolve("jobs-to-matches"), figures);
        FetchToMail.measure(folder.resolve("fetch-to-mail"), figures);
        System.out.println(figures);
    }
}
