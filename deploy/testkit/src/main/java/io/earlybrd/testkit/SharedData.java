package io.earlybrd.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Recorded answers of real services and the expectations that go with them, which are too large or not ours to keep in the
 * repository: {@code ../shared/data} beside the checkout, or where environment {@code EARLYBRD_SHARED_DATA} says. A test
 * that asks for what is not there is reported as skipped.
 */
public final class SharedData {

    private static final String VARIABLE = "EARLYBRD_SHARED_DATA";

    private SharedData() {}

    /** A file or a folder by its path inside, such as {@code jobs/greenhouse}. */
    public static Path path(String path) {
        Path found = root().resolve(path);
        Assumptions.assumeTrue(
                Files.exists(found), () -> "no recorded data at " + found + "; set " + VARIABLE + " to its folder");
        return found;
    }

    /** The files that a glob such as {@code jobs/greenhouse/*.json} finds, sorted; at least one. */
    public static List<Path> files(String glob) {
        Path root = root();
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        Assumptions.assumeTrue(Files.isDirectory(root), () -> "no recorded data at " + root);
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> matcher.matches(root.relativize(file)))
                    .sorted()
                    .toList();
            Assumptions.assumeFalse(found.isEmpty(), () -> "no recorded data like " + glob + " in " + root);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        String named = System.getenv(VARIABLE);
        return named == null || named.isBlank()
                ? ProjectRoot.path().resolveSibling("shared").resolve("data")
                : Path.of(named).toAbsolutePath();
    }
}
