package org.wuduan.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.launcher.DataFolder;
import org.wuduan.launcher.Trouble;

/** Backup and restore of a product at rest: which files, and what is refused before anything is touched. */
class BackupTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:15:06Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private DataFolder data;
    private BackupKey key;

    @BeforeEach
    void aDataFolder() throws IOException {
        data = new DataFolder(folder.resolve("data"));
        put("postgres/PG_VERSION", "18\n");
        put("postgres/global/pg_control", "control");
        put("postgres/pg_wal/000000010000000000000001", "log");
        put("postgres/postmaster.opts", "left out");
        put("secrets/database-owner", "s3cret");
        put("box-1/box-key.json", "{}");
        put("box-1/outbox.db-wal", "left out");
        put("log/hub.log", "left out");
        put("run/ready.json", "left out");
        Files.createDirectories(data.root().resolve("postgres/pg_tblspc"));
        Files.setPosixFilePermissions(
                data.root().resolve("secrets/database-owner"), PosixFilePermissions.fromString("rw-------"));
        key = key("key", "correct horse battery staple");
    }

    @Test
    void what_must_survive_comes_back_with_its_rights_and_what_is_made_anew_does_not() throws Exception {
        var large = new byte[5 << 20];
        new SplittableRandom(1).nextBytes(large);
        Files.write(data.root().resolve("postgres/large"), large);
        var restored = restored(backedUp());

        assertThat(contents(restored.root()))
                .containsOnlyKeys(
                        "box-1/box-key.json",
                        "postgres/PG_VERSION",
                        "postgres/global/pg_control",
                        "postgres/large",
                        "postgres/pg_wal/000000010000000000000001",
                        "secrets/database-owner")
                .containsEntry("secrets/database-owner", Arrays.hashCode("s3cret".getBytes()))
                .containsEntry("postgres/large", Arrays.hashCode(large));
        assertThat(restored.root().resolve("postgres/pg_tblspc")).isDirectory();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(restored.root().resolve("secrets/database-owner"))))
                .isEqualTo("rw-------");
    }

    @Test
    void nothing_of_a_backup_can_be_read_without_its_key() throws Exception {
        var bytes = new String(Files.readAllBytes(backedUp()), java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(bytes).doesNotContain("s3cret").doesNotContain("PG_VERSION");
        assertRefused(backedUp("again"), key("other", "another horse battery staple"), "the key is not the one");
    }

    @Test
    void a_backup_that_is_damaged_anywhere_is_refused_and_nothing_is_touched() throws Exception {
        var large = new byte[3 << 20];
        new SplittableRandom(2).nextBytes(large);
        Files.write(data.root().resolve("postgres/large"), large);
        var good = Files.readAllBytes(backedUp());
        var random = new SplittableRandom(3);

        for (int round = 0; round < 6; round++) {
            var bytes = good.clone();
            int at = round == 0 ? 0 : round == 1 ? good.length - 1 : random.nextInt(good.length);
            bytes[at] ^= (byte) (1 + random.nextInt(255));
            assertRefused(Files.write(folder.resolve("damaged"), bytes), key, "can't be used");
        }
    }

    @Test
    void a_backup_that_is_cut_off_is_refused_even_between_two_pieces() throws Exception {
        var large = new byte[3 << 20];
        new SplittableRandom(4).nextBytes(large);
        Files.write(data.root().resolve("postgres/large"), large);
        var good = Files.readAllBytes(backedUp());
        int header = Sealing.MAGIC.length + BackupKey.SALT_BYTES;
        int piece = Sealing.PIECE + Sealing.TAG;

        for (int length : new int[] {0, 10, header, header + 1, header + piece, header + 2 * piece, good.length - 1}) {
            assertRefused(Files.write(folder.resolve("cut"), Arrays.copyOf(good, length)), key, "can't be used");
        }
        assertRefused(
                Files.write(folder.resolve("longer"), Arrays.copyOf(good, good.length + 1)), key, "can't be used");
    }

    @Test
    void a_restore_overwrites_nothing() throws Exception {
        var backup = backedUp();
        var occupied = new DataFolder(folder.resolve("occupied"));
        Files.createDirectories(occupied.root());
        Files.writeString(occupied.root().resolve("mine"), "kept");

        assertThatThrownBy(() -> new Restore(backup, key).into(occupied))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("is not empty");
        assertThat(occupied.root().resolve("mine")).hasContent("kept");
        assertThat(contents(occupied.root())).hasSize(1);
    }

    @Test
    void a_backup_overwrites_nothing_and_does_not_lie_in_what_it_holds() throws Exception {
        var there = Files.writeString(folder.resolve("there"), "kept");

        assertThatThrownBy(() -> backup().into(there)).hasMessageContaining("already");
        assertThat(there).hasContent("kept");
        assertThatThrownBy(() -> backup().into(data.root().resolve("inside"))).hasMessageContaining("outside");
        assertThatThrownBy(() ->
                        new Backup(new DataFolder(folder.resolve("nowhere")), key, CLOCK).into(folder.resolve("b")))
                .hasMessageContaining("no database");
        assertThat(folder.resolve("b")).doesNotExist();
    }

    @Test
    void a_database_that_runs_but_does_not_answer_is_not_copied() throws Exception {
        put("postgres/postmaster.pid", ProcessHandle.current().pid() + "\n");

        assertThatThrownBy(() -> backup().into(folder.resolve("b"))).hasMessageContaining("does not answer");
        assertThat(folder.resolve("b")).doesNotExist();
        assertThat(folder.resolve("b.part")).doesNotExist();
    }

    @Test
    void a_database_without_its_password_is_not_backed_up() throws Exception {
        Files.delete(data.secrets().resolve("database-owner"));

        assertThatThrownBy(() -> backup().into(folder.resolve("b")))
                .hasMessageContaining("lacks the database's password");
        assertThat(data.secrets().resolve("database-owner")).doesNotExist();
    }

    @Test
    void a_key_of_sixteen_characters_is_taken_and_one_of_fifteen_is_not() throws Exception {
        assertThat(key("sixteen", "0123456789abcdef")).isNotNull();
        assertThatThrownBy(() -> key("fifteen", "0123456789abcde")).hasMessageContaining("shorter than 16");
        assertThatThrownBy(() -> BackupKey.in(folder.resolve("none"))).hasMessageContaining("There is no key file");
        Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThatThrownBy(() -> BackupKey.in(folder.resolve("binary"))).hasMessageContaining("is not text");
    }

    private void assertRefused(Path backup, BackupKey with, String why) {
        var target = new DataFolder(folder.resolve("target"));

        assertThatThrownBy(() -> new Restore(backup, with).into(target))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(why)
                .hasMessageContaining("Nothing was changed");

        assertThat(target.root()).doesNotExist();
    }

    private Backup backup() {
        return new Backup(data, key, CLOCK);
    }

    private Path backedUp() throws IOException {
        return backedUp("backup");
    }

    private Path backedUp(String name) throws IOException {
        var file = folder.resolve(name);
        assertThat(backup().into(file)).isPositive();
        return file;
    }

    private DataFolder restored(Path backup) throws IOException {
        var target = new DataFolder(folder.resolve("restored"));
        assertThat(new Restore(backup, key).into(target).madeAt()).isEqualTo(CLOCK.instant());
        return target;
    }

    private BackupKey key(String name, String passphrase) throws IOException {
        return BackupKey.in(Files.writeString(folder.resolve(name), passphrase + "\n"));
    }

    private void put(String name, String text) throws IOException {
        var file = data.root().resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    /** Files below a folder with a hash of what is in each. */
    private static Map<String, Integer> contents(Path root) throws IOException {
        var contents = new TreeMap<String, Integer>();
        try (var all = Files.walk(root)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
