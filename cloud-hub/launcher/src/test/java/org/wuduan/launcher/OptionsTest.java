package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuduan.launcher.lan.LanWish;

class OptionsTest {

    @Test
    void without_options_one_household_is_shown_on_port_8080() {
        var options = Options.parse("--root", "/x");

        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.boxes()).isEqualTo(1);
        assertThat(options.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(options.cache()).isEqualTo(Path.of("/x/target/cache"));
    }

    @Test
    void every_option_is_read() {
        var options = Options.parse(
                "--port", "0", "--boxes", "2", "--data", "/d", "--cache", "/c", "--set", "hub.ring-timeout=PT5S");

        assertThat(options.port()).isZero();
        assertThat(options.boxes()).isEqualTo(2);
        assertThat(options.data()).isEqualTo(Path.of("/d"));
        assertThat(options.cache()).isEqualTo(Path.of("/c"));
        assertThat(options.hubSettings()).containsExactly("hub.ring-timeout=PT5S");
    }

    @Test
    void an_empty_system_has_no_television_unless_told() {
        var empty = Options.parse("--no-demo");

        assertThat(empty.demo()).isFalse();
        assertThat(empty.boxes()).isZero();
        assertThat(Options.parse("--boxes", "1", "--no-demo").boxes()).isEqualTo(1);
        assertThat(Options.parse("--data", "/d").demo()).isTrue();
    }

    @Test
    void without_lan_there_is_no_door_to_the_network() {
        assertThat(Options.parse("--port", "0").lan()).isEmpty();
    }

    @Test
    void the_door_to_the_network_has_a_usual_port_and_takes_the_only_address() {
        assertThat(Options.parse("--lan", "--no-demo").lan())
                .hasValue(new LanWish(Optional.empty(), 8443, Optional.empty(), Optional.empty()));
    }

    @Test
    void every_option_of_the_door_to_the_network_is_read() {
        var line = "--cert /c.pem --lan 192.168.1.20 --key /k.pem --lan-port 443";

        assertThat(Options.parse(line.split(" ")).lan())
                .hasValue(new LanWish(
                        Optional.of("192.168.1.20"),
                        443,
                        Optional.of(Path.of("/c.pem")),
                        Optional.of(Path.of("/k.pem"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lan --cert /c.pem", "--lan --key /k.pem"})
    void half_a_certificate_is_refused(String line) {
        assertThatThrownBy(() -> Options.parse(line.split(" ")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("belong together");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cert /c.pem --key /k.pem", "--lan-port 8443"})
    void options_of_a_door_that_nobody_asked_for_are_refused(String line) {
        assertThatThrownBy(() -> Options.parse(line.split(" ")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("add --lan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--lan-port 65536",
                "--port 65536",
                "--port -1",
                "--port x",
                "--boxes 3",
                "--port",
                "--sett a=b",
                "--set a",
                "x"
            })
    void an_option_that_cannot_be_used_is_named_in_one_sentence(String line) {
        assertThatThrownBy(() -> Options.parse(line.split(" ")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(line.split(" ")[0]);
    }
}
