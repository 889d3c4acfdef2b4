package org.wuduan.hub.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Keytool;

/** A door whose certificate was brought, so that no authority of our own stands behind it. */
class BroughtDoorTest extends HubTest {
    private static final String STRICT = "Strict-Transport-Security";

    @TempDir
    private Path folder;

    @Autowired
    private ApplicationContext hub;

    @Test
    void a_browser_that_came_in_by_it_takes_nothing_plain_from_then_on_and_loopback_stays_plain() throws Exception {
        var brought = Keytool.made(folder, "brought");
        var pem = Files.writeString(folder.resolve("brought.pem"), Keytool.certificate(brought) + Keytool.key(brought))
                .toString();
        var door = new DoorKeeper(new LanSettings("127.0.0.1", 0, List.of("127.0.0.1"), pem, pem));
        door.beside(tomcat());
        try {
            var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + door.openPort() + "/health"))
                    .build();

            assertThat(OverTls.send(brought, request).headers().firstValue(STRICT))
                    .hasValueSatisfying(
                            told -> assertThat(told).startsWith("max-age=").doesNotContain("includeSubDomains"));
            assertThat(HubClient.anonymous(port).get("/health").headers().firstValue(STRICT))
                    .isEmpty();
        } finally {
            shut(door.openPort());
        }
    }

    private Service tomcat() {
        var server = ((WebServerApplicationContext) hub).getWebServer();
        return ((TomcatWebServer) Objects.requireNonNull(server)).getTomcat().getService();
    }

    /** The hub is that of other tests too. */
    private void shut(int door) throws LifecycleException {
        for (var ear : tomcat().findConnectors()) {
            if (ear.getLocalPort() == door) {
                ear.stop();
                ear.destroy();
            }
        }
    }
}
