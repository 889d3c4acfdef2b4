package org.wuduan.durability.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A mounted disk whose power can be cut (FUSE, spoken with the kernel directly; needs root). The order of a crash:
 * {@link #freeze} (nothing more is answered, so nobody can learn that a later sync succeeded), kill who writes,
 * {@link #losePower}, {@link #mount} again.
 */
public final class CrashDisk implements AutoCloseable {
    private static final int ENODEV = 19;
    private static final int ENOTCONN = 107;
    private static final int EINVAL = 22;
    private static final int EINTR = 4;
    private static final int ENOENT = 2;

    private final Path place;
    private final Disk disk;
    private @Nullable Server server;

    /** What a power cut took: unsynced pages that are gone or torn, unsynced names that are gone. */
    public record Loss(int pages, int names) {}

    /**
     * @param place a folder to mount on; made where it is missing
     * @param lies whether the disk says that it has synced and does not: a planted fault
     */
    public CrashDisk(Path place, boolean lies) {
        this.place = place;
        this.disk = new Disk(lies);
    }

    /** Whether this machine lets this user mount. */
    public static boolean isPossible() {
        return Files.isWritable(Path.of("/dev/fuse"))
                && System.getProperty("user.name", "").equals("root");
    }

    public Path place() {
        return place;
    }

    public void mount() throws IOException {
        endWhatAKilledProcessLeft();
        Files.createDirectories(place);
        int device = Kernel.openDevice();
        try {
            Kernel.mount(device, place);
        } catch (IOException refused) {
            Kernel.close(device);
            throw refused;
        }
        server = new Server(device, new FileSystem(disk));
    }

    private void endWhatAKilledProcessLeft() throws IOException {
        try {
            Kernel.unmount(place);
        } catch (Kernel.Failed nothingThere) {
            if (nothingThere.errno() != EINVAL && nothingThere.errno() != ENOENT) {
                throw nothingThere;
            }
        }
    }

    /** Everything written so far is on disk. */
    public void syncAll() {
        synchronized (disk) {
            disk.syncAll();
        }
    }

    /** From now on no question is answered: what waits for the disk waits, and nothing more reaches it. */
    public void freeze() {
        var running = server;
        if (running != null) {
            running.freeze();
        }
    }

    /** Ends the mount and lets chance decide about everything that was not synced. */
    public Loss losePower(RandomGenerator chance) throws IOException {
        freeze();
        unmount();
        synchronized (disk) {
            var loss = disk.losePower(chance);
            return new Loss(loss.pages(), loss.names());
        }
    }

    private void unmount() throws IOException {
        var running = server;
        if (running != null) {
            Kernel.unmount(place);
            running.awaitEnd();
            server = null;
        }
    }

    @Override
    public void close() throws IOException {
        unmount();
    }

    /** The thread that answers the kernel, for as long as the mount lasts. */
    private final class Server {
        private static final int QUESTION_MAX = FileSystem.WRITE_MAX + 4096;

        private final int device;
        private final FileSystem files;
        private final Thread thread;
        private boolean frozen;

        Server(int device, FileSystem files) {
            this.device = device;
            this.files = files;
            thread = Thread.ofPlatform().name("crash-disk").daemon().start(this::serve);
        }

        void freeze() {
            synchronized (disk) {
                frozen = true;
            }
        }

        void awaitEnd() {
            try {
                thread.join();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        private void serve() {
            try (var buffers = Arena.ofConfined()) {
                var question = buffers.allocate(QUESTION_MAX);
                while (serveOne(question)) {
                    // the next
                }
                Kernel.close(device);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private boolean serveOne(MemorySegment question) throws IOException {
            try (var arena = Arena.ofConfined()) {
                long length = Kernel.read(device, question, arena);
                var request = Request.of(question.asSlice(0, length).asByteBuffer());
                synchronized (disk) {
                    if (!frozen) {
                        answer(request, arena);
                    }
                }
                return true;
            } catch (Kernel.Failed failed) {
                // a question that was taken back, or an answer that came too late
                if (failed.errno() == EINTR || failed.errno() == ENOENT) {
                    return true;
                }
                if (failed.errno() == ENODEV || failed.errno() == ENOTCONN) {
                    return false;
                }
                throw failed;
            }
        }

        private void answer(Request request, Arena arena) throws IOException {
            byte[] answer;
            try {
                byte[] body = files.answer(request);
                if (body == null) {
                    return;
                }
                answer = Answer.message(request.unique(), 0, body);
            } catch (FileSystem.Refusal refusal) {
                answer = Answer.message(request.unique(), refusal.errno(), Answer.NOTHING);
            }
            var segment = arena.allocate(answer.length);
            segment.copyFrom(MemorySegment.ofArray(answer));
            Kernel.write(device, segment, arena);
        }
    }
}
