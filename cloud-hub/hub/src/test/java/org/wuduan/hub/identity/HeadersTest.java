package org.wuduan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;

/** What every answer tells a browser, whether it is a page, data or a refusal. */
class HeadersTest extends HubTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/doctor/",
                "/family/",
                "/admin/",
                "/doctor/index.html",
                "/admin/assets/missing.js",
                "/health",
                "/api/me",
                "/api/nothing"
            })
    void every_answer_forbids_foreign_scripts_frames_and_guessed_types(String path) {
        var headers = HubClient.anonymous(port).get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "script-src 'self';", "object-src 'none'", "base-uri 'none'")
                        .contains("frame-ancestors 'none'", "form-action 'self'")
                        .doesNotContain("unsafe-eval", "unsafe-inline"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Permissions-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("geolocation=()"));
        assertThat(headers.firstValue("Server")).isEmpty();
    }
}
