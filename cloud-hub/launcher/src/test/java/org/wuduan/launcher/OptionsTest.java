package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {"--port 65536", "--port -1", "--port x", "--boxes 3", "--port", "--sett a=b", "--set a", "x"})
    void an_option_that_cannot_be_used_is_named_in_one_sentence(String line) {
        assertThatThrownBy(() -> Options.parse(line.split(" ")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(line.split(" ")[0]);
    }
}
