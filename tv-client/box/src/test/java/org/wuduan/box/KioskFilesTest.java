package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files for a box that starts by itself: they name one page, one account and one token. */
class KioskFilesTest {
    private static final Path KIOSK = Path.of("kiosk");
    private static final Pattern PAGE = Pattern.compile("http://[a-z.]+:[0-9]+");

    @Test
    void policy_settings_and_browser_name_the_same_page() throws Exception {
        var settings = BoxSettings.of(properties());
        var page = "http://" + settings.host() + ":" + settings.port();

        for (String file : List.of("wuduan-policy.json", "wuduan-screen.service")) {
            assertThat(PAGE.matcher(text(file)).results().map(match -> match.group()))
                    .as(file)
                    .isNotEmpty()
                    .containsOnly(page);
        }
    }

    @Test
    void the_policy_opens_its_own_page_alone_and_lets_it_alone_see_and_hear() throws Exception {
        var policy = JsonMapper.shared().readTree(text("wuduan-policy.json"));
        var settings = BoxSettings.of(properties());
        var page = "http://" + settings.host() + ":" + settings.port();

        assertThat(texts(policy, "URLBlocklist")).containsExactly("*");
        assertThat(texts(policy, "URLAllowlist")).containsExactly(page, "file:///run/wuduan-box/open.html");
        for (String name : List.of("AudioCaptureAllowedUrls", "VideoCaptureAllowedUrls", "AutoplayAllowlist")) {
            assertThat(texts(policy, name)).as(name).containsExactly(page);
        }
        for (String name : List.of("AudioCaptureAllowed", "VideoCaptureAllowed", "AutoplayAllowed")) {
            assertThat(policy.path(name).booleanValue(true)).as(name).isFalse();
        }
        assertThat(texts(policy, "ExtensionInstallBlocklist")).containsExactly("*");
        assertThat(policy.path("DeveloperToolsAvailability").intValue()).isEqualTo(2);
    }

    @Test
    void the_token_is_in_no_command_line() throws Exception {
        var commands = text("wuduan-screen.service")
                .lines()
                .filter(line -> line.startsWith("ExecStart="))
                .toList();

        assertThat(commands).hasSize(1);
        assertThat(commands.getFirst()).doesNotContain("/launch").contains("file:///run/wuduan-box/open.html");
    }

    @Test
    void systemd_takes_both_units(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is not installed");
        for (String file : List.of("wuduan-box.service", "wuduan-screen.service")) {
            // Programs that a build machine lacks are no fault of the unit.
            Files.writeString(folder.resolve(file), text(file).replace("/usr/bin/java", "/bin/true"));
        }

        var verify = new ProcessBuilder(
                        "systemd-analyze",
                        "verify",
                        folder.resolve("wuduan-box.service").toString(),
                        folder.resolve("wuduan-screen.service").toString())
                .redirectErrorStream(true)
                .start();

        var said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verify.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("wuduan-box.service:").doesNotContain("wuduan-screen.service:");
    }

    private static List<String> texts(JsonNode policy, String name) {
        return policy.path(name).valueStream().map(JsonNode::stringValue).toList();
    }

    private static Properties properties() throws Exception {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(KIOSK.resolve("box.properties.example"))) {
            properties.load(reader);
        }
        return properties;
    }

    private static String text(String file) throws Exception {
        return Files.readString(KIOSK.resolve(file));
    }
}
