package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.launcher.lan.LanDoor;

class LanTextTest {
    @TempDir
    private Path secrets;

    @Test
    void a_person_is_told_where_to_go_and_whom_to_trust() {
        var door = LanDoor.generated("192.168.1.20", 8443, secrets);
        door.certificate().keepUp();

        var text = String.join("\n", LanText.lines(door));

        assertThat(text)
                .contains("https://192.168.1.20:8443/family/", "https://192.168.1.20:8443/doctor/")
                .contains(
                        "https://192.168.1.20:8443/trust",
                        secrets.resolve("lan-authority.crt").toString())
                .contains(
                        door.certificate().authorityFingerprints().orElseThrow().sha256(),
                        door.certificate().authorityFingerprints().orElseThrow().sha1())
                .contains(String.join("\n    ", QrLines.of("https://192.168.1.20:8443/trust")))
                .doesNotContain("localhost");
    }

    @Test
    void the_usual_port_of_https_is_not_written() {
        assertThat(LanDoor.generated("192.168.1.20", 443, secrets).urls()).contains("https://192.168.1.20");
    }
}
