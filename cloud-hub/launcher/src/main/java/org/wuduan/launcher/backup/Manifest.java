package org.wuduan.launcher.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds; its last entry.
 *
 * @param format of the file
 * @param postgres release of the database's files
 * @param madeAt when the backup began
 * @param entries every file in its order
 */
record Manifest(int format, int postgres, Instant madeAt, List<Entry> entries) {
    static final String NAME = "manifest.json";
    static final int FORMAT = 1;

    Manifest {
        entries = List.copyOf(entries);
    }

    /** @param sha256 hexadecimal, of the contents */
    record Entry(String path, long bytes, String sha256) {}
}
