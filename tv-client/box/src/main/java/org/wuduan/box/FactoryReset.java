package org.wuduan.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wuduan.box.Outbox.Limits;

/**
 * Makes a box that goes to other people a new one: it forgets the household, its own key, the readings and everything that
 * it spoke. Files are deleted, not overwritten: flash memory keeps what it likes.
 */
final class FactoryReset {
    /** Readings first and the key last, so that a reset that was cut off can be done again. */
    private static final List<String> FORGOTTEN = List.of(
            "outbox.db",
            "outbox.db-wal",
            "outbox.db-shm",
            "enrolment.json",
            "removed.json",
            WearableList.FILE,
            "launch-token",
            "box-key.json");

    private FactoryReset() {}

    /**
     * Forgets everything.
     *
     * @param evenUnsent whether readings may be lost that the hub has not yet taken
     * @throws IOException in one sentence when a box uses the folder, or when it holds such readings and they may not be lost
     */
    static void forgetEverything(BoxSettings settings, boolean evenUnsent) throws IOException {
        Path data = settings.data();
        if (!Files.isDirectory(data)) {
            return;
        }
        try (var _ = BoxLock.take(data)) {
            int unsent = unsent(data);
            if (unsent > 0 && !evenUnsent) {
                throw new IOException(
                        unsent + " readings have not reached the hub: start the box where it can reach it,"
                                + " or add --forget-unsent to lose them.");
            }
            Speech.forget(data.resolve("speech"));
            for (String name : FORGOTTEN) {
                PrivateFiles.delete(data.resolve(name));
                PrivateFiles.delete(data.resolve(name + ".new"));
            }
            if (settings.launchTokenFile().isPresent()) {
                PrivateFiles.delete(settings.launchTokenFile().get());
            }
        }
    }

    /** Also those that the hub refused: nobody else has them. */
    private static int unsent(Path data) throws IOException {
        if (!Files.exists(data.resolve("outbox.db"))) {
            return 0;
        }
        try (var outbox = Outbox.open(data, Limits.OF_A_BOX)) {
            return outbox.waiting() + outbox.setAsideKept() + outbox.keptHere();
        }
    }
}
