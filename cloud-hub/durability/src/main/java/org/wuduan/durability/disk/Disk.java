package org.wuduan.durability.disk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What is written and what is on disk. A file's contents are on disk after a sync of that file, a name after a sync of its
 * folder. Of the rest a power cut leaves what chance chooses: of contents each page by itself, of names all up to some
 * moment, because file systems write them down in order.
 */
final class Disk {
    static final long ROOT = 1;

    /** One change of names that happens wholly or not: two names for a rename, one for everything else. */
    private record Naming(List<Name> names) {
        boolean touches(FolderNode folder) {
            return names.stream().anyMatch(name -> name.folder() == folder);
        }

        void keep() {
            names.forEach(name -> name.folder().keep(name.name(), name.node()));
        }
    }

    private record Name(
            FolderNode folder, String name, @Nullable Node node) {}

    /** What a power cut took: unsynced pages that are gone or torn, unsynced names that are gone. */
    record Loss(int pages, int names) {}

    private final Map<Long, Node> nodes = new HashMap<>();
    private final List<Naming> unsynced = new ArrayList<>();
    private final FolderNode root;
    private final boolean lies;
    private long lastNumber = ROOT;

    /** @param lies whether it says that it has synced and does not: a planted fault */
    Disk(boolean lies) {
        this.lies = lies;
        root = new FolderNode(ROOT, 0755, 0, 0);
        nodes.put(ROOT, root);
    }

    @Nullable
    Node node(long number) {
        return nodes.get(number);
    }

    FolderNode makeFolder(FolderNode parent, String name, int mode, Owner owner) {
        var folder = new FolderNode(++lastNumber, mode, owner.user(), owner.group());
        return named(parent, name, folder);
    }

    FileNode makeFile(FolderNode parent, String name, int mode, Owner owner) {
        var file = new FileNode(++lastNumber, mode, owner.user(), owner.group());
        return named(parent, name, file);
    }

    /** Who makes something. */
    record Owner(int user, int group) {}

    private <N extends Node> N named(FolderNode parent, String name, N node) {
        nodes.put(node.number(), node);
        change(new Name(parent, name, node));
        return node;
    }

    void remove(FolderNode parent, String name) {
        change(new Name(parent, name, null));
    }

    void rename(FolderNode from, String name, FolderNode to, String newName) {
        var node = from.seen(name);
        change(new Name(from, name, null), new Name(to, newName, node));
    }

    private void change(Name... names) {
        for (var name : names) {
            name.folder().see(name.name(), name.node());
        }
        unsynced.add(new Naming(List.of(names)));
    }

    /** @return whether something was not on disk yet */
    boolean sync(Node node) {
        if (lies) {
            return false;
        }
        return switch (node) {
            case FileNode file -> file.sync() > 0;
            case FolderNode folder -> {
                var touching = unsynced.stream()
                        .filter(naming -> naming.touches(folder))
                        .toList();
                touching.forEach(Naming::keep);
                unsynced.removeAll(touching);
                yield !touching.isEmpty();
            }
        };
    }

    /** Everything is on disk, as after a clean shutdown; a lying disk keeps this too. */
    void syncAll() {
        unsynced.forEach(Naming::keep);
        unsynced.clear();
        nodes.values().forEach(node -> {
            if (node instanceof FileNode file) {
                file.sync();
            }
        });
    }

    /** Afterwards programs see what a machine finds when the power is back. */
    Loss losePower(RandomGenerator chance) {
        int kept = chance.nextBoolean() ? 0 : chance.nextInt(unsynced.size() + 1);
        unsynced.subList(0, kept).forEach(Naming::keep);
        int names = unsynced.size() - kept;
        unsynced.clear();
        Set<Node> left = new HashSet<>();
        int pages = survive(root, left, chance);
        nodes.values().retainAll(left);
        return new Loss(pages, names);
    }

    private int survive(Node node, Set<Node> left, RandomGenerator chance) {
        if (!left.add(node)) {
            return 0;
        }
        return switch (node) {
            case FileNode file -> file.losePower(chance);
            case FolderNode folder -> {
                folder.seeWhatIsOnDisk();
                yield folder.seen().values().stream()
                        .mapToInt(child -> survive(child, left, chance))
                        .sum();
            }
        };
    }
}
