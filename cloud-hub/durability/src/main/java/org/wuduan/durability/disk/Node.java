package org.wuduan.durability.disk;

import java.time.Instant;

/** A file or folder on the disk, with what both have. */
abstract sealed class Node permits FileNode, FolderNode {
    /** Permission bits as in stat(2), without the type. */
    private static final int PERMISSIONS = 07777;

    private final long number;
    private int permissions;
    private int owner;
    private int group;
    private Instant changedAt = Instant.EPOCH;

    Node(long number, int mode, int owner, int group) {
        this.number = number;
        this.permissions = mode & PERMISSIONS;
        this.owner = owner;
        this.group = group;
    }

    final long number() {
        return number;
    }

    final int permissions() {
        return permissions;
    }

    final int owner() {
        return owner;
    }

    final int group() {
        return group;
    }

    final Instant changedAt() {
        return changedAt;
    }

    final void permit(int mode) {
        permissions = mode & PERMISSIONS;
    }

    final void giveTo(int newOwner, int newGroup) {
        owner = newOwner;
        group = newGroup;
    }

    final void changed(Instant at) {
        changedAt = at;
    }

    abstract long size();
}
