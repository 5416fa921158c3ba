package io.earlybrd.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once per checkout from an archive on the class path, and an empty database cluster
 * of them that data directories are copied from (a copy takes a fraction of the time of {@code initdb}).
 */
final class PostgresBinaries {

    private static final int OWNER_EXECUTES = 0100;

    private static final Duration INITDB_TIMEOUT = Duration.ofMinutes(3);

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks the programs where that has not happened yet; several processes may do so at once. */
    static PostgresBinaries unpacked() {
        String archive = archive();
        try {
            Path home =
                    ProjectRoot.path().resolve("deploy/testkit/target/postgres").resolve(digest(archive));
            Folders.createWhole(home, folder -> unpack(archive, folder));
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a new data directory, completely or not at all; does nothing where there is one. */
    void createCluster(Path data) throws IOException {
        Path template = home.resolveSibling(home.getFileName() + "-cluster");
        Folders.createWhole(template, this::initdb);
        Folders.createWhole(data, folder -> Folders.copy(template, folder));
    }

    /** The command line of one of the programs. They refuse to run as root, so root runs them in a user namespace. */
    List<String> command(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private void initdb(Path folder) throws IOException {
        // The built-in locale sorts text the same way on every machine.
        List<String> arguments = List.of(
                "--pgdata=" + folder,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-sync");
        Path log = Files.createTempFile("initdb", ".log");
        try {
            ServerProcess.run(command("initdb", arguments), "", log, INITDB_TIMEOUT);
        } catch (IllegalStateException e) {
            throw new IOException("initdb failed; root needs user namespaces for it, another user does not", e);
        } finally {
            Files.delete(log);
        }
    }

    private static void unpack(String archive, Path folder) throws IOException {
        try (InputStream in = open(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & OWNER_EXECUTES) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String archive() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
            default ->
                throw new IllegalStateException(
                        "no PostgreSQL for processor " + System.getProperty("os.arch") + " on the class path");
        };
    }

    private static String digest(String archive) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(open(archive), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream open(String archive) throws IOException {
        InputStream in = PostgresBinaries.class.getResourceAsStream("/" + archive);
        if (in == null) {
            throw new IOException(archive + " is not on the class path");
        }
        return in;
    }
}
