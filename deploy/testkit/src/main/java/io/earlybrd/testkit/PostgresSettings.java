package io.earlybrd.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a server is set up: small, on the loopback address, and either for data that is kept or for data that is thrown away. */
enum PostgresSettings {
    /** What was committed survives a crash of the machine, and everybody needs a password. */
    KEPT("on", """
            host all all 127.0.0.1/32 scram-sha-256
            """),
    /** Nothing waits for the disk, and the superuser needs no password. */
    THROWN_AWAY("off", """
            host all postgres 127.0.0.1/32 trust
            host all all 127.0.0.1/32 scram-sha-256
            """);

    private final String waitsForDisk;
    private final String access;

    PostgresSettings(String waitsForDisk, String access) {
        this.waitsForDisk = waitsForDisk;
        this.access = access;
    }

    /** Who may connect and how they prove who they are: the text of {@code pg_hba.conf}. */
    String access() {
        return access;
    }

    /** The settings as arguments of the server. */
    List<String> arguments() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        // The path of a socket file may be too long for the system, and nothing uses it.
        settings.put("unix_socket_directories", "");
        settings.put("fsync", waitsForDisk);
        settings.put("synchronous_commit", waitsForDisk);
        settings.put("full_page_writes", waitsForDisk);
        small(settings);
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    /** About 40 MB of memory in all, which is plenty for what one machine's services ask. */
    private static void small(Map<String, String> settings) {
        settings.put("shared_buffers", "16MB");
        settings.put("max_connections", "60");
        settings.put("io_method", "sync");
        settings.put("max_logical_replication_workers", "0");
        settings.put("max_parallel_workers", "0");
        settings.put("max_worker_processes", "2");
        settings.put("jit", "off");
        settings.put("autovacuum_max_workers", "1");
        settings.put("autovacuum_worker_slots", "1");
        settings.put("wal_buffers", "1MB");
        settings.put("work_mem", "1MB");
        settings.put("maintenance_work_mem", "8MB");
        settings.put("max_wal_senders", "0");
        settings.put("wal_level", "minimal");
    }
}
