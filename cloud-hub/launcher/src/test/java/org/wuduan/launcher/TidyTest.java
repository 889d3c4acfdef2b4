package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TidyTest {

    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", "node_modules", "dist", "data", ".cifuzz-corpus", ".idea", ".vscode");

    @Test
    void every_file_of_the_house_is_tidy() {
        var complaints = new ArrayList<String>();

        for (var file : files()) {
            complaints.addAll(TidyRules.complaints(nameOf(file), read(file)));
        }

        assertThat(complaints).isEmpty();
    }

    @Test
    void every_package_says_what_it_owns_and_is_null_marked() {
        var bare = files().stream()
                .filter(file -> nameOf(file).matches(".*/src/main/java/.*\\.java"))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !read(folder.resolve("package-info.java")).contains("@NullMarked"))
                .map(TidyTest::nameOf)
                .toList();

        assertThat(bare).as("packages without a @NullMarked package-info.java").isEmpty();
    }

    @Test
    void only_the_agreed_rooms_stand_at_the_top() throws IOException {
        var agreed = Set.of("tv-client", "doctor-client", "family-mobile", "cloud-hub", "media", ".mvn", ".ci");

        try (var top = Files.list(ROOT)) {
            var folders = top.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !NOT_OURS.contains(name));

            assertThat(folders).isSubsetOf(agreed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a/B.java, 'int x; ', ends with blanks",
        "a/B.java, '// TO', ''",
        "a/src/test/B.java, 'Thread.slee', ''",
        "a/b.png, 'int x; ', ''",
        "run, '#! x ', ends with blanks",
        "a/golden, 'int x; ', ''",
    })
    void a_line_is_judged_by_the_rules(String path, String line, String complaint) {
        var complaints = TidyRules.complaints(path, line + "\n");

        assertThat(complaints).hasSize(complaint.isEmpty() ? 0 : 1).allMatch(found -> found.endsWith(complaint));
    }

    @Test
    void a_file_may_have_400_lines_and_not_one_more() {
        var full = "x\n".repeat(TidyRules.LINES_MAX);

        assertThat(TidyRules.complaints("a/B.java", full)).isEmpty();
        assertThat(TidyRules.complaints("a/B.java", full + "x\n")).hasSize(1);
        assertThat(TidyRules.complaints("a/B.md", full + "x\n")).isEmpty();
    }

    @Test
    void unfinished_work_authors_machine_paths_and_empty_names_are_found() {
        assertThat(TidyRules.complaints("a/B.java", "// TO" + "DO later\n")).hasSize(1);
        assertThat(TidyRules.complaints("a/B.java", "/** @auth" + "or me */\n")).hasSize(1);
        assertThat(TidyRules.complaints("a/b.ts", "open('/wo" + "rk/x')\n")).hasSize(1);
        assertThat(TidyRules.complaints("a/b.ts", "open(`${data}/wo" + "rk/x`)\n"))
                .isEmpty();
        assertThat(TidyRules.complaints("a/BoxManager.java", "\n")).hasSize(1);
        assertThat(TidyRules.complaints("a/B.java", "class B {}")).hasSize(1);
    }

    private static final Path ROOT = root();

    private static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above this one holds .mvn");
    }

    private static String nameOf(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> files() {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !file.endsWith(".git")) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found;
    }
}
