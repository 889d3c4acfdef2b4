package org.wuduan.durability.disk;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers the kernel's questions from a disk. Not safe for several threads. */
final class FileSystem {
    /** One write of at most so many bytes; the kernel splits larger ones. */
    static final int WRITE_MAX = 128 * 1024;

    private static final int ENOENT = 2;
    private static final int EEXIST = 17;
    private static final int ENOTDIR = 20;
    private static final int EISDIR = 21;
    private static final int EINVAL = 22;
    private static final int ENOSYS = 38;
    private static final int ENOTEMPTY = 39;

    /** FUSE_ASYNC_READ and FUSE_BIG_WRITES. The kernel's cache stays write-through: a write(2) is asked at once. */
    private static final int FLAGS = 1 | 1 << 5;

    private static final int RENAME_NO_REPLACE = 1;

    /** The kernel asks something that can't be done. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int errno;

        private Refusal(int errno) {
            super("errno " + errno, null, false, false);
            this.errno = errno;
        }

        int errno() {
            return errno;
        }
    }

    private record Listing(FolderNode folder, List<String> names) {}

    private final Disk disk;
    private final Map<Long, Listing> listings = new HashMap<>();
    private long lastListing;

    FileSystem(Disk disk) {
        this.disk = disk;
    }

    /** The answer's body, or null where the kernel expects none. */
    byte @Nullable [] answer(Request request) {
        return switch (request.opcode()) {
            case 26 -> Answer.init(request.number(8), request.number(12) & FLAGS, WRITE_MAX);
            case 2, 36, 42 -> null;
            case 1 -> Answer.entry(child(request, request.name(0)));
            case 3 -> Answer.attributes(node(request.node()));
            case 4 -> Answer.attributes(changed(request));
            case 8 -> Answer.entry(makeFile(request, request.number(0), request.name(16)));
            case 9 -> Answer.entry(makeFolder(request));
            case 10, 11 -> remove(request);
            case 12 -> rename(request, 8, 0);
            case 45 -> rename(request, 16, request.number(8));
            case 14 -> Answer.opened(file(request.node()).number());
            case 15 -> file(request.node()).read(request.longNumber(8), request.number(16));
            case 16 -> write(request);
            case 17 -> Answer.room();
            case 18, 25 -> Answer.NOTHING;
            case 20, 30 -> sync(request);
            case 27 -> Answer.opened(list(request));
            case 28 -> listed(request);
            case 29 -> unlist(request);
            case 35 -> Answer.created(makeFile(request, request.number(4), request.name(16)));
            default -> throw new Refusal(ENOSYS);
        };
    }

    private Node node(long number) {
        var node = disk.node(number);
        if (node == null) {
            throw new Refusal(ENOENT);
        }
        return node;
    }

    private FolderNode folder(long number) {
        return switch (node(number)) {
            case FolderNode folder -> folder;
            case FileNode _ -> throw new Refusal(ENOTDIR);
        };
    }

    private FileNode file(long number) {
        return switch (node(number)) {
            case FileNode file -> file;
            case FolderNode _ -> throw new Refusal(EISDIR);
        };
    }

    private Node child(Request request, String name) {
        var child = folder(request.node()).seen(name);
        if (child == null) {
            throw new Refusal(ENOENT);
        }
        return child;
    }

    private Node changed(Request request) {
        var node = node(request.node());
        int which = request.number(0);
        if ((which & 1) != 0) {
            node.permit(request.number(68));
        }
        if ((which & 6) != 0) {
            node.giveTo(
                    (which & 2) != 0 ? request.number(76) : node.owner(),
                    (which & 4) != 0 ? request.number(80) : node.group());
        }
        if ((which & 8) != 0) {
            file(request.node()).resize(request.longNumber(16));
        }
        if ((which & 256) != 0) {
            node.changed(Instant.now());
        } else if ((which & 32) != 0) {
            node.changed(Instant.ofEpochSecond(request.longNumber(40), request.number(60)));
        }
        return node;
    }

    private FileNode makeFile(Request request, int mode, String name) {
        var file = disk.makeFile(freePlace(request, name), name, mode, request.who());
        file.changed(Instant.now());
        return file;
    }

    private FolderNode makeFolder(Request request) {
        var name = request.name(8);
        var made = disk.makeFolder(freePlace(request, name), name, request.number(0), request.who());
        made.changed(Instant.now());
        return made;
    }

    private FolderNode freePlace(Request request, String name) {
        var parent = folder(request.node());
        if (parent.seen(name) != null) {
            throw new Refusal(EEXIST);
        }
        return parent;
    }

    private byte[] remove(Request request) {
        requireEmpty(child(request, request.name(0)));
        disk.remove(folder(request.node()), request.name(0));
        return Answer.NOTHING;
    }

    private static void requireEmpty(@Nullable Node node) {
        if (node instanceof FolderNode folder && !folder.isEmpty()) {
            throw new Refusal(ENOTEMPTY);
        }
    }

    private byte[] rename(Request request, int skip, int how) {
        var names = request.names(skip);
        child(request, names.get(0));
        var to = folder(request.longNumber(0));
        var replaced = to.seen(names.get(1));
        if ((how & ~RENAME_NO_REPLACE) != 0) {
            throw new Refusal(EINVAL);
        }
        if (how == RENAME_NO_REPLACE && replaced != null) {
            throw new Refusal(EEXIST);
        }
        requireEmpty(replaced);
        disk.rename(folder(request.node()), names.get(0), to, names.get(1));
        return Answer.NOTHING;
    }

    private byte[] write(Request request) {
        int count = request.number(16);
        var file = file(request.node());
        file.write(request.longNumber(8), request.bytes(40, count));
        file.changed(Instant.now());
        return Answer.written(count);
    }

    private byte[] sync(Request request) {
        disk.sync(node(request.node()));
        return Answer.NOTHING;
    }

    /** The names at this moment, so that deleting while listing skips none. */
    private long list(Request request) {
        var folder = folder(request.node());
        listings.put(
                ++lastListing, new Listing(folder, List.copyOf(folder.seen().keySet())));
        return lastListing;
    }

    private byte[] unlist(Request request) {
        listings.remove(request.longNumber(0));
        return Answer.NOTHING;
    }

    private byte[] listed(Request request) {
        var listing = listings.get(request.longNumber(0));
        if (listing == null) {
            throw new Refusal(EINVAL);
        }
        var list = new ByteArrayOutputStream();
        int bytesMax = request.number(16);
        for (int index = (int) request.longNumber(8); index < listing.names().size(); index++) {
            var name = listing.names().get(index);
            var node = listing.folder().seen(name);
            if (node != null) {
                var one = Answer.listed(node, name, index + 1L);
                if (list.size() + one.length > bytesMax) {
                    break;
                }
                list.writeBytes(one);
            }
        }
        return list.toByteArray();
    }
}
