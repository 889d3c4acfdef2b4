package org.wuduan.durability.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk itself, mounted: what is there after the power was cut. */
class CrashDiskTest {
    private static final int CUTS = 24;

    @TempDir
    Path folder;

    private CrashDisk disk;
    private final SplittableRandom chance = new SplittableRandom(20_261_122);

    @BeforeEach
    void mount() throws IOException {
        assumeTrue(CrashDisk.isPossible(), "only root mounts");
        disk = new CrashDisk(folder.resolve("disk"), false);
        disk.mount();
    }

    @AfterEach
    void unmount() throws IOException {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void it_is_a_file_system_like_any_other_while_the_power_is_on() throws IOException {
        var deep = Files.createDirectories(at("a/b"));
        var text = "读数 142/86\n".repeat(60_000);
        Files.writeString(deep.resolve("one"), text);
        Files.move(deep.resolve("one"), at("a/two"), StandardCopyOption.ATOMIC_MOVE);
        for (int number = 0; number < 500; number++) {
            Files.createFile(deep.resolve("file-" + number));
        }

        assertThat(Files.readString(at("a/two"))).isEqualTo(text);
        assertThat(deep.resolve("one")).doesNotExist();
        try (var list = Files.list(deep)) {
            assertThat(list.count()).isEqualTo(500);
        }
        try (var channel = FileChannel.open(at("a/two"), StandardOpenOption.WRITE)) {
            channel.truncate(5);
        }
        assertThat(Files.size(at("a/two"))).isEqualTo(5);
        try (var channel = FileChannel.open(
                at("mapped"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var map = channel.map(FileChannel.MapMode.READ_WRITE, 0, 8_192);
            map.put(5_000, (byte) 7);
            map.force();
        }
        assertThat(Files.readAllBytes(at("mapped"))[5_000]).isEqualTo((byte) 7);
    }

    @Test
    void what_was_synced_with_its_folder_is_there_after_every_power_cut() throws IOException {
        for (int cut = 0; cut < CUTS; cut++) {
            write("kept-" + cut, filled(cut, 20_000), true);
            syncFolder();
            cutPower();
            for (int earlier = 0; earlier <= cut; earlier++) {
                assertThat(Files.readAllBytes(at("kept-" + earlier))).isEqualTo(filled(earlier, 20_000));
            }
        }
    }

    @Test
    void what_was_not_synced_is_there_gone_or_torn_as_chance_chooses() throws IOException {
        int whole = 0;
        int gone = 0;
        int torn = 0;
        write("page", filled(1, FileNode.PAGE), true);
        syncFolder();
        for (int cut = 0; cut < CUTS; cut++) {
            write("page", filled(1, FileNode.PAGE), true);
            write("page", filled(2, FileNode.PAGE), false);
            cutPower();
            byte[] found = Files.readAllBytes(at("page"));
            if (Arrays.equals(found, filled(2, FileNode.PAGE))) {
                whole++;
            } else if (Arrays.equals(found, filled(1, FileNode.PAGE))) {
                gone++;
            } else {
                torn++;
            }
        }
        assertThat(whole).isPositive();
        assertThat(gone).isPositive();
        assertThat(torn).isPositive();
    }

    @Test
    void a_name_whose_folder_was_not_synced_can_be_gone_and_a_rename_is_whole_or_undone() throws IOException {
        write("old", filled(3, 10), true);
        syncFolder();
        int renamed = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            Files.move(at("old"), at("new"));
            cutPower();
            assertThat(Files.exists(at("old"))).isNotEqualTo(Files.exists(at("new")));
            if (Files.exists(at("new"))) {
                renamed++;
                Files.move(at("new"), at("old"));
                syncFolder();
            }
        }
        assertThat(renamed).isBetween(1, CUTS - 1);
    }

    @Test
    void a_disk_that_lies_about_its_syncs_loses_what_was_synced() throws IOException {
        disk.close();
        disk = new CrashDisk(folder.resolve("lies"), true);
        disk.mount();
        int lost = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            write("kept", filled(4, 100), true);
            syncFolder();
            cutPower();
            lost += Files.exists(at("kept")) && Arrays.equals(Files.readAllBytes(at("kept")), filled(4, 100)) ? 0 : 1;
        }
        assertThat(lost).isPositive();
    }

    private Path at(String name) {
        return disk.place().resolve(name);
    }

    private void write(String name, byte[] bytes, boolean sync) throws IOException {
        try (var channel = FileChannel.open(at(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            if (sync) {
                channel.force(true);
            }
        }
    }

    private void syncFolder() throws IOException {
        try (var channel = FileChannel.open(disk.place(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void cutPower() throws IOException {
        disk.freeze();
        disk.losePower(chance);
        disk.mount();
    }

    private static byte[] filled(int with, int count) {
        var bytes = new byte[count];
        Arrays.fill(bytes, (byte) (with + 1));
        return bytes;
    }
}
