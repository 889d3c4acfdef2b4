package org.wuduan.hub.journal;

import java.util.UUID;
import java.util.regex.Pattern;

/** Names a stream: a kind and the id of what it tells of, for example consultation/0198…. */
public record StreamName(String kind, UUID id) implements Comparable<StreamName> {
    private static final Pattern KIND = Pattern.compile("[a-z]{1,20}");

    /** @throws IllegalArgumentException when the kind is not a short lower-case word */
    public StreamName {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("not a stream kind: " + kind);
        }
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws IllegalArgumentException when it is not a stream's name
     */
    public static StreamName parse(String name) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a stream: " + name);
        }
        return new StreamName(name.substring(0, slash), UUID.fromString(name.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }

    /** The order in which row locks are taken, so that two transactions never wait for each other. */
    @Override
    public int compareTo(StreamName other) {
        return toString().compareTo(other.toString());
    }
}
