package org.wuduan.wearables.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.simulator.Script.Step;

class ScriptTest {
    private static final String LINE = "{\"at\":\"PT5S\",\"device\":\"cuff\",\"hex\":\"00 78\"}\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path script(String text) throws IOException {
        return Files.writeString(folder.resolve("script.jsonl"), text);
    }

    @Test
    void steps_are_taken_in_the_order_of_their_time() throws IOException {
        Script script = Script.read(script(LINE + "\n{\"at\":\"PT1S\",\"device\":\"strap\",\"hex\":\"0040\"}\n"));

        assertThat(script.steps())
                .containsExactly(
                        new Step(Duration.ofSeconds(1), "strap", Frame.ofHex("0040")),
                        new Step(Duration.ofSeconds(5), "cuff", Frame.ofHex("0078")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"at\":\"soon\",\"device\":\"cuff\",\"hex\":\"00\"}", "{\"at\":\"PT1S\",\"hex\":\"0\"}"})
    void a_wrong_line_is_named(String wrong) throws IOException {
        Path file = script(LINE + wrong + "\n");

        assertThatThrownBy(() -> Script.read(file)).hasMessage("line 2 of the script is wrong");
    }

    @Test
    void a_script_has_a_longest_length() throws IOException {
        assertThat(Script.read(script(LINE.repeat(Script.STEPS_MAX))).steps()).hasSize(Script.STEPS_MAX);

        Path tooLong = script(LINE.repeat(Script.STEPS_MAX + 1));
        assertThatThrownBy(() -> Script.read(tooLong)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_script_lets_its_device_measure_and_names_no_unknown_one() throws Exception {
        var household = new Household("unix:path=" + folder.resolve("no-bus"), 1, Clock.systemUTC(), () -> {});
        Script known = Script.read(script(LINE.replace("PT5S", "PT0S")));
        Script unknown = Script.read(script(LINE.replace("cuff", "lamp")));
        try (household;
                var time = Executors.newSingleThreadScheduledExecutor()) {
            known.run(household, time);
            assertThatThrownBy(() -> unknown.run(household, time)).hasMessage("the script names an unknown device");
        }

        assertThat(household.device("cuff").orElseThrow().stored()).isEqualTo(1);
    }

    @Test
    void settings_that_are_missing_or_wrong_are_named() throws IOException {
        Path file = Files.writeString(folder.resolve("p"), "simulator.bus=unix:path=x\nsimulator.port=0\n");
        assertThatThrownBy(() -> Settings.read(file)).hasMessage("simulator.household is missing");

        Files.writeString(file, "simulator.bus=unix:path=x\nsimulator.port=0\nsimulator.household=256\n");
        assertThatThrownBy(() -> Settings.read(file)).hasMessage("simulator.household lies between 1 and 255");

        Files.writeString(file, "simulator.bus=unix:path=x\nsimulator.port=0\nsimulator.household=2\n");
        assertThat(Settings.read(file).worn())
                .containsExactlyInAnyOrder("cuff", "strap", "oximeter", "thermometer", "scale", "glucose", "neighbour");
    }

    @Test
    void a_full_memory_forgets_the_oldest_measurement() {
        Memory memory = new Memory();
        for (int i = 0; i <= Memory.MEASUREMENTS_MAX; i++) {
            memory.keep(Frame.ofHex("%04x".formatted(i)));
        }

        assertThat(memory.size()).isEqualTo(Memory.MEASUREMENTS_MAX);
        assertThat(memory.oldest()).isEqualTo(Frame.ofHex("0001"));
    }
}
