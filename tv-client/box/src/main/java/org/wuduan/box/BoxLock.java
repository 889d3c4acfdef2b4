package org.wuduan.box;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One process at a time uses the folder of a box: two boxes on one outbox would send everything twice. */
final class BoxLock implements AutoCloseable {
    private final FileChannel channel;

    private BoxLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException in one sentence when another has it */
    static BoxLock take(Path data) throws IOException {
        var channel = FileChannel.open(data.resolve("box.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new IOException("Another box already uses the folder " + data + ".");
        }
        return new BoxLock(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
