package org.wuduan.hub.live;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuduan.hub.journal.StreamName;

/**
 * Which streams a connection watches and whose view is due. Of a stream only the fact that it changed is kept, and its
 * views keep {@link Limits#VIEW_SPACING} between them. Not safe for threads; times are nanoseconds of one clock.
 */
final class WatchedStreams {
    /** @param clientName the client's own name for it, which is inbox for its own inbox */
    record Due(StreamName stream, String clientName) {}

    private record Watched(String clientName, long dueFrom) {}

    private final Map<StreamName, Watched> watched = new LinkedHashMap<>();
    private final Set<StreamName> changed = new LinkedHashSet<>();

    /** Its view is due at once. @return false when as many streams are watched as may be */
    boolean watch(StreamName stream, String clientName, long now) {
        if (!watched.containsKey(stream) && watched.size() >= Limits.STREAMS_MAX) {
            return false;
        }
        watched.put(stream, new Watched(clientName, now));
        changed.add(stream);
        return true;
    }

    void unwatch(StreamName stream) {
        watched.remove(stream);
        changed.remove(stream);
    }

    /** @return whether its view is due now or a little later, because it is watched */
    boolean advanced(StreamName stream) {
        if (!watched.containsKey(stream)) {
            return false;
        }
        changed.add(stream);
        return true;
    }

    Map<StreamName, String> clientNames() {
        Map<StreamName, String> names = new LinkedHashMap<>();
        watched.forEach((stream, shown) -> names.put(stream, shown.clientName()));
        return names;
    }

    /** Takes the view that has been due for longest; null while none is. */
    @Nullable
    Due poll(long now) {
        for (var stream : changed) {
            var shown = watched.get(stream);
            if (shown != null && now - shown.dueFrom() >= 0) {
                changed.remove(stream);
                watched.put(stream, new Watched(shown.clientName(), now + Limits.VIEW_SPACING.toNanos()));
                return new Due(stream, shown.clientName());
            }
        }
        return null;
    }

    /** How long until a view is due: 0 when one is, {@link Long#MAX_VALUE} when nothing changed. */
    long nanosUntilDue(long now) {
        long least = Long.MAX_VALUE;
        for (var stream : changed) {
            var shown = watched.get(stream);
            if (shown != null) {
                least = Math.min(least, Math.max(0, shown.dueFrom() - now));
            }
        }
        return least;
    }
}
