package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.box.Outbox.Limits;
import org.wuduan.contract.Answers.ReadingsAck.Refused;
import org.wuduan.contract.Language;
import org.wuduan.contract.Problem;

/** A box that is given away. */
class FactoryResetTest {
    @TempDir
    Path folder;

    private BoxSettings settings;

    @BeforeEach
    void a_box_that_has_served_a_household() throws Exception {
        settings = Fixtures.settings(folder, 8081, URI.create("http://127.0.0.1:8080"));
        PrivateFiles.makeFolder(settings.data());
        BoxKey.openOrMake(settings.data(), Fixtures.NOW);
        LaunchToken.openOrMake(settings.data())
                .writeTo(settings.launchTokenFile().orElseThrow());
        PrivateFiles.write(settings.data().resolve("enrolment.json"), new byte[] {'{', '}'});
        new Speech(settings.data().resolve("speech"), "espeak-ng", 1 << 20, Fixtures.CLOCK)
                .speak(Language.EN, "142 over 86");
        Outbox.open(settings.data(), Limits.OF_A_BOX).close();
    }

    @Test
    void nothing_of_the_household_is_left() throws IOException {
        Files.writeString(settings.data().resolve("not-ours.txt"), "another program's");

        FactoryReset.forgetEverything(settings, false);

        try (var left = Files.walk(settings.data())) {
            assertThat(left.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("box.lock", "not-ours.txt");
        }
        assertThat(settings.launchTokenFile().orElseThrow()).doesNotExist();
    }

    @Test
    void readings_that_the_hub_has_not_taken_are_lost_only_on_purpose() throws IOException {
        try (var outbox = Outbox.open(settings.data(), Limits.OF_A_BOX)) {
            var aside = Fixtures.spot();
            Fixtures.save(outbox, aside);
            Fixtures.save(outbox, Fixtures.spot());
            outbox.setAside(aside.id(), Fixtures.NOW);
            var refused = Fixtures.spot();
            Fixtures.save(outbox, refused);
            var why = new Problem("urn:wuduan:problem:invalid-field", "", 422, null, null, null, null);
            outbox.settle(List.of(), List.of(new Refused(refused.id(), why)), Fixtures.NOW);
        }

        assertThatThrownBy(() -> FactoryReset.forgetEverything(settings, false))
                .hasMessageStartingWith("3 readings have not reached the hub");
        assertThat(settings.data().resolve("box-key.json")).exists();

        FactoryReset.forgetEverything(settings, true);
        assertThat(settings.data().resolve("outbox.db")).doesNotExist();
        assertThat(settings.data().resolve("box-key.json")).doesNotExist();
    }

    @Test
    void a_box_that_runs_is_not_reset() throws IOException {
        try (var running = BoxLock.take(settings.data())) {
            assertThat(running).isNotNull();
            assertThatThrownBy(() -> FactoryReset.forgetEverything(settings, true))
                    .hasMessageContaining("Another box already uses the folder");
        }
        assertThat(settings.data().resolve("box-key.json")).exists();
    }

    @Test
    void a_reset_can_be_repeated() throws IOException {
        FactoryReset.forgetEverything(settings, false);

        assertThatCode(() -> FactoryReset.forgetEverything(settings, false)).doesNotThrowAnyException();
    }
}
