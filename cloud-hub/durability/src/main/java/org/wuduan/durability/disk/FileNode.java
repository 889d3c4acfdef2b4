package org.wuduan.durability.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A file by pages of 4 KiB: what programs read, and what is on disk. Both share a page until one is written. A page that
 * was written since the last sync survives a power cut whole, not at all, or torn at a sector.
 */
final class FileNode extends Node {
    static final int PAGE = 4096;

    /** What a disk writes in one piece. */
    static final int SECTOR = 512;

    private final List<byte @Nullable []> seen = new ArrayList<>();
    private final List<byte @Nullable []> onDisk = new ArrayList<>();
    private final TreeSet<Integer> unsynced = new TreeSet<>();
    private long seenSize;
    private long sizeOnDisk;

    FileNode(long number, int mode, int owner, int group) {
        super(number, mode, owner, group);
    }

    @Override
    long size() {
        return seenSize;
    }

    /** At most {@code count} bytes from {@code offset}; fewer at the end. */
    byte[] read(long offset, int count) {
        int length = (int) Math.max(0, Math.min(count, seenSize - offset));
        var bytes = new byte[length];
        for (int done = 0; done < length; ) {
            int within = (int) ((offset + done) % PAGE);
            int part = Math.min(PAGE - within, length - done);
            byte[] page = page(seen, (int) ((offset + done) / PAGE));
            if (page != null) {
                System.arraycopy(page, within, bytes, done, part);
            }
            done += part;
        }
        return bytes;
    }

    void write(long offset, byte[] bytes) {
        for (int done = 0; done < bytes.length; ) {
            int index = (int) ((offset + done) / PAGE);
            int within = (int) ((offset + done) % PAGE);
            int part = Math.min(PAGE - within, bytes.length - done);
            System.arraycopy(bytes, done, ownPage(index), within, part);
            done += part;
        }
        seenSize = Math.max(seenSize, offset + bytes.length);
    }

    void resize(long size) {
        int pages = (int) ((size + PAGE - 1) / PAGE);
        for (int index = seen.size() - 1; index >= pages; index--) {
            seen.remove(index);
            unsynced.add(index);
        }
        int tail = (int) (size % PAGE);
        if (size < seenSize && tail > 0 && page(seen, pages - 1) != null) {
            Arrays.fill(ownPage(pages - 1), tail, PAGE, (byte) 0);
        }
        seenSize = size;
    }

    /** What was written is on disk from now on. @return how many pages were not there yet */
    int sync() {
        int fresh = unsynced.size();
        for (int index : unsynced) {
            set(onDisk, index, page(seen, index));
        }
        unsynced.clear();
        sizeOnDisk = seenSize;
        return fresh;
    }

    /** Chance decides about every unsynced page by itself, and about an unsynced size. @return how many did not survive */
    int losePower(RandomGenerator chance) {
        int lost = 0;
        for (int index : unsynced) {
            byte[] survives = survivor(page(onDisk, index), page(seen, index), chance);
            lost += survives == page(seen, index) ? 0 : 1;
            set(onDisk, index, survives);
        }
        unsynced.clear();
        if (sizeOnDisk != seenSize && chance.nextBoolean()) {
            sizeOnDisk = seenSize;
        }
        seen.clear();
        int pages = (int) ((sizeOnDisk + PAGE - 1) / PAGE);
        while (onDisk.size() > pages) {
            onDisk.removeLast();
        }
        seen.addAll(onDisk);
        seenSize = sizeOnDisk;
        return lost;
    }

    private static byte @Nullable [] survivor(
            byte @Nullable [] before, byte @Nullable [] after, RandomGenerator chance) {
        return switch (chance.nextInt(3)) {
            case 0 -> before;
            case 1 -> after;
            default -> torn(before, after, chance);
        };
    }

    private static byte[] torn(byte @Nullable [] before, byte @Nullable [] after, RandomGenerator chance) {
        var page = before == null ? new byte[PAGE] : before.clone();
        for (int sector = 0; sector < PAGE; sector += SECTOR) {
            if (chance.nextBoolean()) {
                System.arraycopy(
                        after == null ? new byte[SECTOR] : after, after == null ? 0 : sector, page, sector, SECTOR);
            }
        }
        return page;
    }

    /** The page to write into, no longer shared with the disk. */
    private byte[] ownPage(int index) {
        byte[] page = page(seen, index);
        if (page == null || unsynced.add(index)) {
            page = page == null ? new byte[PAGE] : page.clone();
            set(seen, index, page);
            unsynced.add(index);
        }
        return page;
    }

    private static byte @Nullable [] page(List<byte @Nullable []> pages, int index) {
        return index < pages.size() ? pages.get(index) : null;
    }

    private static void set(List<byte @Nullable []> pages, int index, byte @Nullable [] page) {
        while (pages.size() <= index) {
            pages.add(null);
        }
        pages.set(index, page);
    }
}
