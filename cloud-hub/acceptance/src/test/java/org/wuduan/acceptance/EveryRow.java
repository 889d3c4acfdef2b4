package org.wuduan.acceptance;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All that is in the hub's database at one moment: the rows of every table as text. */
record EveryRow(Map<String, Set<String>> byTable) {
    private static final String TABLES =
            "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables"
                    + " where schemaname not in ('pg_catalog', 'information_schema') order by 1";

    static EveryRow in(Database database) {
        var rows = new LinkedHashMap<String, Set<String>>();
        for (var table : database.column(TABLES)) {
            rows.put(table, new HashSet<>(database.column("select one::text from " + table + " one")));
        }
        return new EveryRow(rows);
    }

    Set<String> of(String table) {
        return byTable.getOrDefault("public." + table, Set.of());
    }

    int count() {
        return byTable.values().stream().mapToInt(Set::size).sum();
    }

    /** What is here and at another moment in the same way. */
    EveryRow unchangedUntil(EveryRow later) {
        var same = new LinkedHashMap<String, Set<String>>();
        byTable.forEach((table, rows) -> {
            var both = new HashSet<>(rows);
            both.retainAll(later.byTable.getOrDefault(table, Set.of()));
            same.put(table, both);
        });
        return new EveryRow(same);
    }

    /** Rows by table that are here and not in another; empty when there are none. */
    Map<String, List<String>> missingIn(EveryRow other) {
        var missing = new TreeMap<String, List<String>>();
        byTable.forEach((table, rows) -> {
            var there = other.byTable.getOrDefault(table, Set.of());
            var left = rows.stream().filter(row -> !there.contains(row)).toList();
            if (!left.isEmpty()) {
                missing.put(table, left);
            }
        });
        return missing;
    }
}
