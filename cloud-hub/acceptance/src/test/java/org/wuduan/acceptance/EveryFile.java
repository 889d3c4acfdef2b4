package org.wuduan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Files and folders below a folder, each with its rights and a hash of what is in it. */
record EveryFile(Map<String, String> byPath) {

    static EveryFile below(Path folder) {
        var found = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var path : all.toList()) {
                var rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                var contents = Files.isRegularFile(path) ? " " + Arrays.hashCode(Files.readAllBytes(path)) : "";
                found.put(folder.relativize(path).toString(), rights + contents);
            }
            return new EveryFile(found);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
