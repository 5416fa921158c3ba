package io.earlybrd.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds a real browser: one that is installed; else, as root on Debian, the system's package is installed; else Playwright's own
 * download is used.
 */
final class Browsers {

    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

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
            run("apt-get", "update");
            run("apt-get", "install", "-y", "--no-install-recommends", "chromium");
        }
        return installed();
    }

    private static void run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("failed: " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }
}
