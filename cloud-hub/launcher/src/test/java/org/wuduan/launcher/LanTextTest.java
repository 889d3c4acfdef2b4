package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.launcher.lan.LanDoor;
import org.wuduan.launcher.lan.LanWish;

class LanTextTest {
    @TempDir
    private Path secrets;

    @Test
    void a_person_is_told_where_to_go_and_whom_to_trust() {
        var wish = new LanWish(Optional.empty(), 8443, Optional.empty(), Optional.empty());
        var door = LanDoor.open(wish, "192.168.1.20", 8443, secrets);
        door.certificate().keepUp();

        var text = String.join("\n", LanText.lines(door));

        assertThat(text)
                .contains("https://192.168.1.20:8443/family/", "https://192.168.1.20:8443/doctor/")
                .contains(
                        "https://192.168.1.20:8443/trust",
                        secrets.resolve("lan-authority.crt").toString())
                .contains(door.certificate().authorityFingerprint().orElseThrow())
                .contains(String.join("\n    ", QrLines.of("https://192.168.1.20:8443/trust")))
                .doesNotContain("localhost");
    }

    @Test
    void the_usual_port_of_https_is_not_written() {
        var wish = new LanWish(Optional.empty(), 443, Optional.empty(), Optional.empty());

        assertThat(LanDoor.open(wish, "192.168.1.20", 443, secrets).urls()).contains("https://192.168.1.20");
    }
}
