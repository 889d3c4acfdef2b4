package org.wuduan.signed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.contract.Signing.SignedFile;
import org.wuduan.contract.WireJson;

/** What somebody with nothing but the files is told. */
class VerifySignedTest {
    private static final Path EXAMPLE = Path.of("..", "contract", "examples", "SignedFile.json");

    @TempDir
    private Path folder = Path.of("");

    private final Pen doctor;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path file = Path.of("");

    VerifySignedTest() throws Exception {
        doctor = new Pen();
    }

    @BeforeEach
    void anExportedDocument() throws Exception {
        file = written(doctor.write(new UUID(7, 1), "高血压2级", "高血压2级,高危"));
    }

    private Path written(SignedFile document) throws Exception {
        return Files.writeString(
                Files.createTempFile(folder, "signed", ".json"),
                WireJson.mapper().writeValueAsString(document));
    }

    private int verify(Object... arguments) {
        return VerifySigned.run(
                List.of(arguments).stream().map(Object::toString).toList(),
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_whole_file_is_said_to_be_whole_and_who_signed_it() {
        assertThat(verify(file)).isZero();

        assertThat(said())
                .contains("version 1 holds.", "version 2 holds.", "whole.", "演示·赵医生", doctor.fingerprint())
                .doesNotContain("高血压");
    }

    @Test
    void each_version_that_does_not_hold_is_named_with_what_does_not() throws Exception {
        Files.writeString(file, Files.readString(file).replace("2级,高危", "2级,低危"));

        assertThat(verify(file)).isEqualTo(1);

        assertThat(said())
                .contains("version 1 holds.", "version 2 DOES NOT HOLD. The content is not", "BROKEN.")
                .contains("The signature is not one of this key");
    }

    @Test
    void one_broken_file_among_several_is_enough() throws Exception {
        var broken = written(Pen.with(
                doctor.write(new UUID(7, 1), "甲"),
                doctor.write(new UUID(7, 2), "甲").versions().getFirst()));

        assertThat(verify(file, broken)).isEqualTo(1);
    }

    @Test
    void a_file_signed_anew_with_another_key_is_found_by_the_fingerprint() throws Exception {
        var forged = written(new Pen().write(new UUID(7, 1), "高血压1级"));

        assertThat(verify(forged)).isZero();
        assertThat(verify("--key", doctor.fingerprint(), forged)).isEqualTo(1);
        assertThat(verify("--key", doctor.fingerprint().toUpperCase(java.util.Locale.ROOT), file))
                .isZero();
    }

    @Test
    void what_can_not_be_read_is_neither_whole_nor_broken() throws Exception {
        var text = Files.writeString(folder.resolve("text.json"), "no JSON");
        var large = folder.resolve("large.json");
        try (var grown = new RandomAccessFile(large.toFile(), "rw")) {
            grown.setLength(VerifySigned.FILE_BYTES_MAX + 1L);
        }
        var empty = written(new SignedFile(SignedFile.FORMAT, new UUID(7, 1), List.of()));

        for (var unreadable : List.of(text, large, empty, folder.resolve("missing.json"))) {
            assertThat(verify(unreadable)).as(unreadable.toString()).isEqualTo(2);
        }
        assertThat(verify()).isEqualTo(2);
        assertThat(said()).contains("NOT VERIFIED");
    }

    @Test
    void the_example_of_the_contract_is_really_signed() {
        assertThat(verify(EXAMPLE)).isZero();
    }
}
