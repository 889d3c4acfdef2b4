package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** What other accounts of the machine can reach of a data folder. */
final class PrivateFiles {
    private static final String ENTERED_BY_OWNER = "rwx------";
    private static final String READ_BY_OWNER = "rw-------";

    private PrivateFiles() {}

    /** They may pass through the data folder and enter nothing in it; secrets would be closed even there. */
    static void letNobodyElseIn(Path data) {
        assertThat(children(data))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(modes(one))
                        .as(one.toString())
                        .isEqualTo(Files.isDirectory(one) ? ENTERED_BY_OWNER : READ_BY_OWNER));
        assertThat(children(data.resolve("secrets")))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(modes(one)).as(one.toString()).isEqualTo(READ_BY_OWNER));
    }

    private static List<Path> children(Path folder) {
        try (var found = Files.list(folder)) {
            return found.toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String modes(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
