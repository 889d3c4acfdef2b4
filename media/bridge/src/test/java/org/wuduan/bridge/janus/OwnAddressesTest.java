package org.wuduan.bridge.janus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnAddressesTest {
    @Test
    void an_interface_that_vanishes_in_the_middle_of_the_list_is_passed_over() {
        var cards = List.of("eth0", "veth7", "wlan0");

        var own = OwnAddresses.ofEach(cards, card -> {
            if (card.equals("veth7")) {
                throw new SocketException("No such device");
            }
            return List.of(card + " has one");
        });

        assertThat(own).containsExactly("eth0 has one", "wlan0 has one");
    }

    @Test
    void what_only_this_machine_reaches_is_not_among_them() throws Exception {
        assertThat(OwnAddresses.now()).noneMatch(address -> address.startsWith("127."));
    }
}
