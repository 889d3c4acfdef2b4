package org.wuduan.wearables.bluez;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * What BlueZ says that exists: object path → interface → property. Whoever waits for a change waits here; a tree closes
 * when its BlueZ is gone, and then every wait ends.
 */
final class ObjectTree {
    private final Map<String, Map<String, Map<String, Object>>> objects = new TreeMap<>();
    private boolean closed;

    synchronized void put(String path, Map<String, Map<String, Variant<?>>> interfaces) {
        interfaces.forEach((name, properties) -> change(path, name, properties));
        notifyAll();
    }

    synchronized void remove(String path, List<String> interfaces) {
        Map<String, Map<String, Object>> known = objects.get(path);
        if (known != null) {
            interfaces.forEach(known::remove);
            if (known.isEmpty()) {
                objects.remove(path);
            }
        }
        notifyAll();
    }

    synchronized void change(String path, String interfaceName, Map<String, Variant<?>> changed) {
        Map<String, Object> properties = objects.computeIfAbsent(path, p -> new TreeMap<>())
                .computeIfAbsent(interfaceName, n -> new TreeMap<>());
        changed.forEach((name, variant) -> properties.put(name, variant.getValue()));
        notifyAll();
    }

    /** Paths of the objects that have the interface and lie under the given path, in order. */
    synchronized List<String> paths(String interfaceName, String under) {
        return objects.entrySet().stream()
                .filter(e -> e.getValue().containsKey(interfaceName))
                .map(Map.Entry::getKey)
                .filter(path -> path.startsWith(under))
                .toList();
    }

    synchronized Optional<String> text(String path, String interfaceName, String property) {
        return property(path, interfaceName, property) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    synchronized Optional<Integer> number(String path, String interfaceName, String property) {
        return property(path, interfaceName, property) instanceof Number number
                ? Optional.of(number.intValue())
                : Optional.empty();
    }

    synchronized boolean flag(String path, String interfaceName, String property) {
        return property(path, interfaceName, property) instanceof Boolean flag && flag;
    }

    /** The texts of an array property; empty when there is none. */
    synchronized List<String> texts(String path, String interfaceName, String property) {
        return switch (property(path, interfaceName, property)) {
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case String[] array -> Arrays.asList(array);
            case null, default -> List.of();
        };
    }

    private @Nullable Object property(String path, String interfaceName, String property) {
        return objects.getOrDefault(path, Map.of())
                .getOrDefault(interfaceName, Map.of())
                .get(property);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Lets everybody who waits look again. */
    synchronized void wake() {
        notifyAll();
    }

    /**
     * Waits until the condition holds.
     *
     * @return false when the limit passed or the tree closed before
     */
    synchronized boolean await(BooleanSupplier condition, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!closed) {
            if (condition.getAsBoolean()) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return false;
    }
}
