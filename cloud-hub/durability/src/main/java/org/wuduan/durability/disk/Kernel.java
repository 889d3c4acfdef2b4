package org.wuduan.durability.disk;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;

/** The five calls of Linux that a file system in this process needs: mount(2), umount2(2), and the device /dev/fuse. */
final class Kernel {
    private static final int OPEN_READ_WRITE_CLOEXEC = 02 | 02000000;
    private static final int UNMOUNT_FORCE = 1;
    private static final int UNMOUNT_DETACH = 2;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO_OF = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPEN =
            call("open", ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    private static final MethodHandle READ =
            call("read", ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
    private static final MethodHandle WRITE =
            call("write", ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
    private static final MethodHandle CLOSE = call("close", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    private static final MethodHandle UNMOUNT =
            call("umount2", ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    private static final MethodHandle MOUNT = call(
            "mount",
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS,
            ValueLayout.ADDRESS,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_LONG,
            ValueLayout.ADDRESS);

    private Kernel() {}

    private static MethodHandle call(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments), ERRNO);
    }

    /** A file descriptor of the device through which the kernel asks a file system. */
    static int openDevice() throws IOException {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            int device = (int) OPEN.invokeExact(state, arena.allocateFrom("/dev/fuse"), OPEN_READ_WRITE_CLOEXEC);
            return (int) checked("opening /dev/fuse", device, state);
        } catch (Throwable failure) {
            throw asIo(failure);
        }
    }

    /** Mounts a file system whose questions come from the device. Every user may go in: the database is not root's. */
    static void mount(int device, Path place) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            var options = "fd=" + device + ",rootmode=40000,user_id=0,group_id=0,allow_other";
            int done = (int) MOUNT.invokeExact(
                    state,
                    arena.allocateFrom("crash-disk"),
                    arena.allocateFrom(place.toString()),
                    arena.allocateFrom("fuse"),
                    0L,
                    arena.allocateFrom(options));
            checked("mounting", done, state);
        } catch (Throwable failure) {
            throw asIo(failure);
        }
    }

    /** Ends a mount whoever uses it: what waits for an answer fails, and nothing more is asked. */
    static void unmount(Path place) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            var path = arena.allocateFrom(place.toString());
            // The first aborts the connection, even when it then finds the mount too busy to go.
            int ended = (int) UNMOUNT.invokeExact(state, path, UNMOUNT_FORCE);
            if (ended != 0) {
                int detached = (int) UNMOUNT.invokeExact(state, path, UNMOUNT_DETACH);
                checked("unmounting", detached, state);
            }
        } catch (Throwable failure) {
            throw asIo(failure);
        }
    }

    static long read(int device, MemorySegment into, Arena arena) throws IOException {
        try {
            var state = arena.allocate(STATE);
            long count = (long) READ.invokeExact(state, device, into, into.byteSize());
            return checked("reading", count, state);
        } catch (Throwable failure) {
            throw asIo(failure);
        }
    }

    static void write(int device, MemorySegment from, Arena arena) throws IOException {
        try {
            var state = arena.allocate(STATE);
            long count = (long) WRITE.invokeExact(state, device, from, from.byteSize());
            checked("answering", count, state);
        } catch (Throwable failure) {
            throw asIo(failure);
        }
    }

    static void close(int device) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            int done = (int) CLOSE.invokeExact(state, device);
            checked("closing", done, state);
        } catch (Throwable failure) {
            throw asIo(failure);
        }
    }

    /** A call of Linux failed. */
    static final class Failed extends IOException {
        private static final long serialVersionUID = 1;
        private final int errno;

        Failed(String what, int errno) {
            super(what + " failed with errno " + errno);
            this.errno = errno;
        }

        int errno() {
            return errno;
        }
    }

    private static long checked(String what, long result, MemorySegment state) throws Failed {
        if (result < 0) {
            throw new Failed(what, (int) ERRNO_OF.get(state, 0L));
        }
        return result;
    }

    private static IOException asIo(Throwable failure) {
        return switch (failure) {
            case IOException io -> io;
            case RuntimeException bug -> throw bug;
            case Error bug -> throw bug;
            default -> new IOException(failure);
        };
    }
}
