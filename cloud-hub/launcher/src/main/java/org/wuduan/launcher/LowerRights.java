package org.wuduan.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts programs without root's rights when the launcher itself runs as root. PostgreSQL refuses root, and Janus
 * parses what strangers send.
 *
 * @param root whether this process runs as root
 * @param namespaces whether {@code unshare -U} works here: it gives up every capability and the name root, but keeps
 *     access to root's files, so that a data folder below root's home works
 */
public record LowerRights(boolean root, boolean namespaces) {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> NOBODY =
            List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--no-new-privs");

    /** What this process may and this machine can. */
    public static LowerRights here() {
        try {
            boolean root = Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
            return new LowerRights(root, root && succeeds(NAMESPACE, "true"));
        } catch (IOException failure) {
            throw new Trouble("/proc can't be read: mount it and start again.", failure);
        }
    }

    /**
     * The command with lower rights, for a program that must only not be root. {@code owned} is made its own.
     *
     * @throws Trouble when neither a namespace nor the user nobody can reach the folder
     */
    public List<String> notRoot(List<String> command, Path owned) {
        if (!root) {
            return command;
        }
        return namespaces ? joined(NAMESPACE, command) : asNobody(command, owned);
    }

    /** The command as the user nobody where that user can reach the folder, otherwise as {@link #notRoot}. */
    public List<String> least(List<String> command, Path owned) {
        if (!root) {
            return command;
        }
        return !namespaces || reachable(owned) ? asNobody(command, owned) : joined(NAMESPACE, command);
    }

    private List<String> asNobody(List<String> command, Path owned) {
        if (!reachable(owned)) {
            throw new Trouble("The user nobody can't reach " + owned
                    + ", which " + command.getFirst()
                    + " needs when started by root: choose a folder outside root's home with --data DIR,"
                    + " or run as an ordinary user.");
        }
        giveTo(owned);
        return joined(NOBODY, command);
    }

    private static boolean reachable(Path folder) {
        var parent = folder.getParent();
        return parent != null && succeeds(NOBODY, "test", "-x", parent.toString());
    }

    private static void giveTo(Path owned) {
        try {
            var users = owned.getFileSystem().getUserPrincipalLookupService();
            var nobody = users.lookupPrincipalByName("nobody");
            Files.walkFileTree(owned, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    Files.setOwner(folder, nobody);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.setOwner(file, nobody);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new Trouble(
                    "The folder " + owned + " can't be given to the user nobody: check who owns it.", failure);
        }
    }

    private static boolean succeeds(List<String> wrapper, String... command) {
        try {
            return new ProcessBuilder(joined(wrapper, List.of(command)))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return new ArrayList<>(Stream.concat(first.stream(), second.stream()).toList());
    }
}
