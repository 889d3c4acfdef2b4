package org.wuduan.box;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Who the box is now: one that was taken out of its household becomes another, with a new id and a new key. */
final class BoxIdentity {
    private final Path data;
    private final AtomicReference<BoxKey> key;

    private BoxIdentity(Path data, BoxKey key) {
        this.data = data;
        this.key = new AtomicReference<>(key);
    }

    static BoxIdentity openOrMake(Path data, Instant now) throws IOException {
        return new BoxIdentity(data, BoxKey.openOrMake(data, now));
    }

    BoxKey key() {
        return key.get();
    }

    /** The old key is forgotten. */
    void renew(Instant now) throws IOException {
        PrivateFiles.delete(data.resolve(BoxKey.FILE));
        key.set(BoxKey.openOrMake(data, now));
    }
}
