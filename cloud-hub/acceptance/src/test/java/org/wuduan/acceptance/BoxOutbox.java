package org.wuduan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** The outbox file of a box. It is only ever looked at as a copy, so that looking repairs and locks nothing. */
record BoxOutbox(Path folder) {

    /** Ids of the readings that wait on disk. Whole only while no box writes: right after one was killed. */
    Set<String> waiting() {
        return ids("outbox");
    }

    /** Ids of the readings that the hub refused. */
    Set<String> refused() {
        return ids("refused");
    }

    private Set<String> ids(String table) {
        var copy = copy();
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("outbox.db"));
                var select = database.createStatement();
                var rows = select.executeQuery("SELECT id FROM " + table)) {
            var ids = new TreeSet<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        } catch (SQLException broken) {
            throw new AssertionError("the outbox cannot be read", broken);
        } finally {
            Patience.deleteTree(copy);
        }
    }

    /** Without the -shm file: SQLite makes it anew from the log, as after a lost power. */
    private Path copy() {
        try {
            var copy = Files.createTempDirectory(folder.getParent(), "outbox-");
            for (var name : new String[] {"outbox.db", "outbox.db-wal"}) {
                if (Files.exists(folder.resolve(name))) {
                    Files.copy(folder.resolve(name), copy.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return copy;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
