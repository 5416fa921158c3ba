package io.earlybrd.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds a real browser: one that is installed; else, as root on Debian, the system's package is installed; else, also when that
 * fails, Playwright downloads its own.
 */
final class Browsers {

    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Another package manager may be at work, as on a machine that has only just booted. */
    private static final String WAIT_FOR_LOCK = "-oDPkg::Lock::Timeout=300";

    private static final Duration INSTALLED_WITHIN = Duration.ofMinutes(10);

    private static final System.Logger LOG = System.getLogger(Browsers.class.getName());

    private Browsers() {}

    /** Playwright without a browser of its own, unless there is no other. */
    static Playwright playwright() {
        return installed().or(Browsers::installPackage).isPresent()
                ? Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                : Playwright.create();
    }

    /** A headless browser. */
    static Browser launch(Playwright playwright) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setHeadless(true);
        installed().ifPresent(options::setExecutablePath);
        List<String> arguments = new ArrayList<>(QUIET);
        if (root()) {
            // Chromium's sandbox refuses to run as root.
            arguments.add("--no-sandbox");
        }
        return playwright.chromium().launch(options.setArgs(arguments));
    }

    private static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> installPackage() {
        if (root() && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            // One that fails, for want of a network or of the package manager's lock, leaves Playwright's own download.
            succeeds(INSTALLED_WITHIN, "apt-get", WAIT_FOR_LOCK, "update");
            succeeds(
                    INSTALLED_WITHIN, "apt-get", WAIT_FOR_LOCK, "install", "-y", "--no-install-recommends", "chromium");
        }
        return installed();
    }

    /** Whether a command can be run and ends well and in time; what it says goes to the output of the tests. */
    static boolean succeeds(Duration atMost, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            Process process = builder.start();
            try {
                return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot run " + String.join(" ", command), e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }
}
