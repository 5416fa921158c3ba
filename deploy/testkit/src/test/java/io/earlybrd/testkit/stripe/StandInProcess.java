package io.earlybrd.testkit.stripe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;

/** A stand-in in a process of its own, so that a test can kill it. */
final class StandInProcess implements AutoCloseable {

    private final Process process;
    private final String url;

    private StandInProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Runs in the child: starts the stand-in, says where, and stays until it is killed. */
    public static void main(String[] args) throws IOException {
        StripeStandIn standIn = StripeStandIn.start(
                StripeOptions.of(Clock.systemUTC(), Scene.API_KEY).stateIn(Path.of(args[0])));
        System.out.println(standIn.url());
        System.in.read();
    }

    static StandInProcess start(Path state) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandInProcess.class.getName(),
                        state.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()));
        return new StandInProcess(process, out.readLine());
    }

    String url() {
        return url;
    }

    /** As {@code kill -9}. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
