package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The product is backed up while it works, its data folder is destroyed, and the restored one goes on: the same rows in every
 * table, the same secrets, the same box, the same sessions.
 */
@Tag("backup-and-restore")
class BackupAndRestoreStory {
    private static final String STORY = "backup-and-restore";
    private static final String SUMMARY = "血压控制得不错,按时吃药,两周后复诊。";
    private static final int DONE = 0;
    private static final int REFUSED = 2;

    /** Without rows in these the comparison would say little. */
    private static final List<String> FILLED =
            List.of("reading", "journal_event", "audit_entry", "audit_seal", "consultation", "session", "box_key");

    /** Rows of these are only ever added: a restored one must have been there at the one or the other look. */
    private static final List<String> ONLY_GROWING = List.of("reading", "journal_event", "audit_entry", "audit_seal");

    private final Path home = Stack.home(STORY);
    private final Path data = home.resolve("data");
    private final Path backup = home.resolve("wuduan.backup");
    private final Path key = home.resolve("backup.key");

    /** Where the hub found its database: kept, because the folder of a running product is not backed up. */
    private final Database database = new Database(home.resolve("hub.properties"));

    private List<String> databaseCommand = List.of();

    /** What was there just before the backup and just after it. */
    private record Kept(EveryRow before, EveryRow after, EveryFile secrets, EveryFile box) {}

    @Test
    void a_destroyed_data_folder_comes_back_from_the_backup_and_everyone_goes_on() {
        try (var browsers = Browsers.open()) {
            var tv = new Television(browsers.terminal("tv-1", 1280, 720));
            var phone = new FamilyPhone(browsers.terminal("family-1", 390, 844));
            var doctor = new DoctorDesk(browsers.terminal("doctor-1", 1366, 768));
            browsers.tell(STORY, () -> {
                var kept = workAndBackUp(tv, phone, doctor);
                browsers.screenshots(STORY, "1-before");
                Patience.deleteTree(data);
                refuseWhatIsDamaged();
                refuseAFolderInUse();
                restore();
                compare(kept);
                goOn(tv, phone, doctor);
                browsers.screenshots(STORY, "2-after");
            });
        }
    }

    private Kept workAndBackUp(Television tv, FamilyPhone phone, DoctorDesk doctor) {
        try (var stack = Stack.start(STORY, "--boxes", "1")) {
            stack.simulator(1).worn("strap", false);
            stack.simulator(1).worn("oximeter", false);
            tv.terminal().open(stack.url("tv-1"));
            phone.signIn(stack.url("family-1"), "family-1", stack.password());
            doctor.signIn(stack.url("doctor-1"), "doctor-1", stack.password());
            tv.goHome();
            stack.simulator(1).bloodPressure(142, 86, 72);
            Patience.until("the phone shows 142", () -> phone.vital("systolic").contains("142"));
            tv.goHome();
            tv.consultWith(doctor);
            doctor.conclude("normal", SUMMARY);
            tv.awaitScreen("summary");
            return backUp(stack);
        }
    }

    /** Readings of the strap arrive once a second all the while. */
    private Kept backUp(Stack stack) {
        databaseCommand = LoneDatabase.commandOf(stack.pid("postgres"));
        write(key, "a passphrase that only this story knows");
        copy(data.resolve("run/hub.properties"), home.resolve("hub.properties"));
        Patience.until("the trail is sealed", () -> Files.exists(data.resolve("audit/newest-seal")));
        stack.simulator(1).worn("strap", true);
        int quiet = EveryRow.in(database).of("reading").size();
        awaitReadings(quiet);
        var before = EveryRow.in(database);
        var made = RunCommand.of("backup", backup.toString(), "--key", key.toString(), "--data", data.toString());
        assertThat(made.said()).contains("backed up").contains("verified");
        assertThat(made.status()).isEqualTo(DONE);
        var after = EveryRow.in(database);
        awaitReadings(after.of("reading").size());

        var running = EveryFile.below(data.resolve("secrets"));
        var intoTheRunning =
                RunCommand.of("restore", backup.toString(), "--key", key.toString(), "--data", data.toString());
        assertThat(intoTheRunning.said()).contains("is not empty");
        assertThat(intoTheRunning.status()).isEqualTo(REFUSED);
        assertThat(EveryFile.below(data.resolve("secrets"))).isEqualTo(running);
        return new Kept(before, after, running, box());
    }

    private void awaitReadings(int more) {
        Patience.until(
                "readings arrive",
                () -> database.column("select id::text from reading").size() > more);
    }

    /** What makes a box itself: its key and where it is enrolled, not what waits in it. */
    private EveryFile box() {
        return EveryFile.below(data.resolve("box-1/box-key.json"));
    }

    private void refuseWhatIsDamaged() {
        var damaged = home.resolve("damaged.backup");
        try {
            var bytes = Files.readAllBytes(backup);
            bytes[bytes.length / 2] ^= 1;
            Files.write(damaged, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var beside = besides();
        var refused = RunCommand.of("restore", damaged.toString(), "--key", key.toString(), "--data", data.toString());
        assertThat(refused.said()).contains("can't be used").contains("Nothing was changed");
        assertThat(refused.status()).isEqualTo(REFUSED);
        assertThat(data).doesNotExist();
        assertThat(besides()).isEqualTo(beside);
    }

    private void refuseAFolderInUse() {
        var used = home.resolve("used");
        write(used.resolve("letter.txt"), "somebody's own");
        var files = EveryFile.below(used);
        var beside = besides();
        var refused = RunCommand.of("restore", backup.toString(), "--key", key.toString(), "--data", used.toString());
        assertThat(refused.said()).contains("is not empty");
        assertThat(refused.status()).isEqualTo(REFUSED);
        assertThat(EveryFile.below(used)).isEqualTo(files);
        assertThat(besides()).isEqualTo(beside);
    }

    private List<String> besides() {
        try (Stream<Path> all = Files.list(home)) {
            return all.map(Path::toString).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void restore() {
        var restored = RunCommand.of("restore", backup.toString(), "--key", key.toString(), "--data", data.toString());
        assertThat(restored.said()).contains("restored");
        assertThat(restored.status()).isEqualTo(DONE);
    }

    /** Before the hub starts: what was the same just before and just after the backup must be there to the letter. */
    private void compare(Kept kept) {
        try (var _ = LoneDatabase.start(databaseCommand, database, home.resolve("restored-database.log"))) {
            var restored = EveryRow.in(database);
            assertThat(restored.byTable().keySet())
                    .isEqualTo(kept.before().byTable().keySet());
            assertThat(kept.before().unchangedUntil(kept.after()).missingIn(restored))
                    .isEmpty();
            for (var table : FILLED) {
                assertThat(restored.of(table)).as(table).isNotEmpty();
            }
            for (var table : ONLY_GROWING) {
                assertThat(restored.of(table))
                        .as(table)
                        .containsAll(kept.before().of(table));
                assertThat(kept.after().of(table)).as(table).containsAll(restored.of(table));
            }
            System.out.printf(
                    "compared %d rows of %d tables%n",
                    restored.count(), restored.byTable().size());
        }
        assertThat(EveryFile.below(data.resolve("secrets"))).isEqualTo(kept.secrets());
        assertThat(data.resolve("audit/newest-seal")).isNotEmptyFile();
        assertThat(box()).isEqualTo(kept.box());
    }

    private void goOn(Television tv, FamilyPhone phone, DoctorDesk doctor) {
        try (var stack = Stack.again(STORY, "--boxes", "1")) {
            var trail = RunCommand.of("verify-audit", "--data", data.toString());
            assertThat(trail.said()).contains("whole").doesNotContain("No seal is kept outside");
            assertThat(trail.status()).isEqualTo(DONE);

            phone.terminal().open(stack.url("family-1"));
            Patience.until("the phone shows 142", () -> phone.vital("systolic").contains("142"));
            doctor.terminal().open(stack.url("doctor-1"));
            doctor.terminal().awaitVisible("[data-screen='workstation']");
            tv.terminal().open(stack.url("tv-1"));
            Patience.until(
                    "the television shows who lives there",
                    () -> List.of("home", "summary", "measurement").contains(tv.screen()));
            stack.simulator(1).bloodPressure(135, 84, 70);
            Patience.until("the phone shows 135", () -> phone.vital("systolic").contains("135"));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
