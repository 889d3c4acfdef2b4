package org.wuduan.launcher.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuduan.launcher.Trouble;

class NetworkAddressTest {

    private static String first(Optional<String> wished, List<String> own) {
        return NetworkAddress.choose(wished, own, Optional.empty(), false);
    }

    private static String again(String wished, List<String> own, boolean goesOn) {
        var asked = wished.isEmpty() ? Optional.<String>empty() : Optional.of(wished);
        return NetworkAddress.choose(asked, own, Optional.of("192.168.1.20"), goesOn);
    }

    @Test
    void the_address_of_the_last_start_is_taken_again_also_while_it_is_away() {
        assertThat(again("192.168.1.20", List.of(), false)).isEqualTo("192.168.1.20");
        assertThat(again("192.168.1.20", List.of("10.4.0.9"), false)).isEqualTo("192.168.1.20");
        assertThat(again("", List.of(), false)).isEqualTo("192.168.1.20");
        assertThat(again("", List.of("10.4.0.9", "192.168.1.20"), false)).isEqualTo("192.168.1.20");
    }

    @Test
    void a_machine_that_was_given_another_address_takes_that_unless_something_still_runs() {
        assertThat(again("", List.of("10.4.0.9"), false)).isEqualTo("10.4.0.9");
        assertThat(again("", List.of("10.4.0.9"), true)).isEqualTo("192.168.1.20");
        assertThat(again("10.4.0.9", List.of("10.4.0.9"), true)).isEqualTo("10.4.0.9");
    }

    @Test
    void another_address_that_is_not_of_this_machine_is_refused_after_a_start_too() {
        assertThatThrownBy(() -> again("192.168.1.21", List.of("192.168.1.20"), true))
                .isInstanceOf(Trouble.class);
    }

    @Test
    void the_only_address_is_taken() {
        assertThat(first(Optional.empty(), List.of("192.168.1.20"))).isEqualTo("192.168.1.20");
    }

    @Test
    void of_several_addresses_a_person_chooses() {
        var own = List.of("192.168.1.20", "172.17.0.1");

        assertThatThrownBy(() -> first(Optional.empty(), own))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("192.168.1.20, 172.17.0.1")
                .hasMessageContaining("--lan ADDRESS");
        assertThat(first(Optional.of("172.17.0.1"), own)).isEqualTo("172.17.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.21", "0.0.0.0", "127.0.0.1", "clinic", ""})
    void an_address_that_is_not_of_this_machine_is_refused(String wished) {
        assertThatThrownBy(() -> first(Optional.of(wished), List.of("192.168.1.20")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("'" + wished + "'")
                .hasMessageContaining("192.168.1.20");
    }

    @Test
    void a_machine_without_a_network_says_so() {
        assertThatThrownBy(() -> first(Optional.empty(), List.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("no network address");
    }

    @Test
    void loopback_is_never_among_the_addresses() {
        assertThat(NetworkAddress.ofThisMachine()).noneMatch(address -> address.startsWith("127."));
    }

    @Test
    void a_machine_is_called_as_it_calls_itself() {
        assertThat(NetworkAddress.hostNames("Clinic-PC")).containsExactly("clinic-pc.local");
        assertThat(NetworkAddress.hostNames("pc.clinic.example")).containsExactly("pc.clinic.example", "pc.local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.1", "bad_name", "-x", "localhost.localdomain"})
    void a_name_that_no_certificate_can_hold_gives_way_to_a_plain_one(String said) {
        assertThat(NetworkAddress.hostNames(said)).containsExactly("wuduan.local");
    }
}
