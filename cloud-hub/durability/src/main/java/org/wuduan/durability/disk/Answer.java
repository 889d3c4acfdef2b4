package org.wuduan.durability.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Answers to the kernel in the layout of include/uapi/linux/fuse.h; each is what follows the header. */
final class Answer {
    static final int HEADER = 16;
    static final byte[] NOTHING = {};

    /** The kernel alone changes this file system, so it may believe for long what it was told. */
    private static final long BELIEVED_SECONDS = 3_600;

    private static final int ATTRIBUTES = 88;
    private static final int FOLDER = 0040000;
    private static final int FILE = 0100000;
    private static final int KEEP_CACHE = 1 << 1;
    private static final long BLOCK = 512;
    private static final long FREE_BLOCKS = 1L << 24;
    private static final int NAME_MAX = 255;

    private final ByteBuffer bytes;

    private Answer(int size) {
        bytes = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    }

    private byte[] done() {
        return bytes.array();
    }

    /** Protocol 7.31; the largest write is one of 32 pages. */
    static byte[] init(int readAhead, int flags, int writeMax) {
        var answer = new Answer(64);
        answer.bytes.putInt(7).putInt(31).putInt(readAhead).putInt(flags);
        answer.bytes.putShort((short) 16).putShort((short) 12).putInt(writeMax).putInt(1);
        return answer.done();
    }

    static byte[] attributes(Node node) {
        var answer = new Answer(16 + ATTRIBUTES);
        answer.bytes.putLong(BELIEVED_SECONDS).putInt(0).putInt(0);
        answer.put(node);
        return answer.done();
    }

    static byte[] entry(Node node) {
        var answer = new Answer(40 + ATTRIBUTES);
        answer.put(node.number(), node);
        return answer.done();
    }

    static byte[] created(Node node) {
        var answer = new Answer(40 + ATTRIBUTES + 16);
        answer.put(node.number(), node);
        answer.bytes.putLong(node.number()).putInt(KEEP_CACHE);
        return answer.done();
    }

    static byte[] opened(long handle) {
        var answer = new Answer(16);
        answer.bytes.putLong(handle).putInt(KEEP_CACHE);
        return answer.done();
    }

    static byte[] written(int count) {
        var answer = new Answer(8);
        answer.bytes.putInt(count);
        return answer.done();
    }

    static byte[] room() {
        var answer = new Answer(80);
        answer.bytes.putLong(FREE_BLOCKS).putLong(FREE_BLOCKS).putLong(FREE_BLOCKS);
        answer.bytes.putLong(FREE_BLOCKS).putLong(FREE_BLOCKS);
        answer.bytes.putInt(FileNode.PAGE).putInt(NAME_MAX).putInt(FileNode.PAGE);
        return answer.done();
    }

    /** One name of a folder's list, padded to eight bytes. @param next where the list goes on after it */
    static byte[] listed(Node node, String name, long next) {
        var text = name.getBytes(StandardCharsets.UTF_8);
        var answer = new Answer((24 + text.length + 7) / 8 * 8);
        answer.bytes.putLong(node.number()).putLong(next).putInt(text.length).putInt(type(node) >> 12);
        answer.bytes.put(text);
        return answer.done();
    }

    static byte[] message(long unique, int error, byte[] body) {
        var answer = new Answer(HEADER + body.length);
        answer.bytes.putInt(HEADER + body.length).putInt(-error).putLong(unique).put(body);
        return answer.done();
    }

    private void put(long number, Node node) {
        bytes.putLong(number).putLong(0);
        bytes.putLong(BELIEVED_SECONDS).putLong(BELIEVED_SECONDS).putInt(0).putInt(0);
        put(node);
    }

    private void put(Node node) {
        long seconds = node.changedAt().getEpochSecond();
        int nanos = node.changedAt().getNano();
        bytes.putLong(node.number()).putLong(node.size()).putLong((node.size() + BLOCK - 1) / BLOCK);
        bytes.putLong(seconds)
                .putLong(seconds)
                .putLong(seconds)
                .putInt(nanos)
                .putInt(nanos)
                .putInt(nanos);
        bytes.putInt(type(node) | node.permissions())
                .putInt(1)
                .putInt(node.owner())
                .putInt(node.group());
        bytes.putInt(0).putInt(FileNode.PAGE).putInt(0);
    }

    private static int type(Node node) {
        return switch (node) {
            case FolderNode _ -> FOLDER;
            case FileNode _ -> FILE;
        };
    }
}
