package org.wuduan.durability.disk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A folder: the names that programs see, and the names that are on disk. */
final class FolderNode extends Node {
    private final Map<String, Node> seen = new LinkedHashMap<>();
    private final Map<String, Node> onDisk = new TreeMap<>();

    FolderNode(long number, int mode, int owner, int group) {
        super(number, mode, owner, group);
    }

    @Nullable
    Node seen(String name) {
        return seen.get(name);
    }

    Map<String, Node> seen() {
        return seen;
    }

    boolean isEmpty() {
        return seen.isEmpty();
    }

    void see(String name, @Nullable Node node) {
        put(seen, name, node);
    }

    void keep(String name, @Nullable Node node) {
        put(onDisk, name, node);
    }

    private static void put(Map<String, Node> names, String name, @Nullable Node node) {
        if (node == null) {
            names.remove(name);
        } else {
            names.put(name, node);
        }
    }

    /** The power is back: programs see what is on disk. */
    void seeWhatIsOnDisk() {
        seen.clear();
        seen.putAll(onDisk);
    }

    @Override
    long size() {
        return 0;
    }
}
