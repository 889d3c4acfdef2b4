package org.wuduan.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The book of running siblings, written at each change so that the next launcher finds what a killed one left behind. */
public final class ProcessBook {

    /**
     * One running sibling.
     *
     * @param signal how it is ended
     * @param madeOf what it was started with, see {@link Fingerprint}; empty in a book that knew none
     */
    public record Entry(String name, ProcessId id, String signal, String madeOf) {
        public Entry(String name, ProcessId id, String signal, @Nullable String madeOf) {
            this.name = name;
            this.id = id;
            this.signal = signal;
            this.madeOf = madeOf == null ? "" : madeOf;
        }
    }

    private record Page(List<Entry> processes) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    public ProcessBook(Path file) {
        this.file = file;
    }

    /** What the last launcher wrote, in the order of starting. A torn or foreign file counts as empty. */
    public List<Entry> left() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return List.copyOf(JSON.readValue(file.toFile(), Page.class).processes());
        } catch (JacksonException | NullPointerException unreadable) {
            return List.of();
        }
    }

    /** What the last launcher wrote and still runs. */
    public List<Entry> running() {
        return left().stream().filter(entry -> entry.id().runs()).toList();
    }

    public void add(Entry entry) {
        entries.put(entry.name(), entry);
    }

    public void remove(String name) {
        entries.remove(name);
    }

    /** Process ids by sibling, in the order of starting. */
    public Map<String, Long> pids() {
        var pids = new LinkedHashMap<String, Long>();
        entries.values().forEach(entry -> pids.put(entry.name(), entry.id().pid()));
        return pids;
    }

    /** Brings the file up to date. */
    public void write() {
        DataFolder.writePrivately(file, JSON.writeValueAsString(new Page(new ArrayList<>(entries.values()))));
    }
}
