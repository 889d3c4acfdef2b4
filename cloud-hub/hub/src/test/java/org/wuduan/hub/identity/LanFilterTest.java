package org.wuduan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the door to the network lets in. */
class LanFilterTest {
    private static final List<String> NAMES = List.of("192.168.1.20", "clinic.local", "*.clinic.example");

    private static MockHttpServletRequest request(boolean secure, String host, String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setSecure(secure);
        request.setServerName(host);
        request.setServletPath(path);
        return request;
    }

    private static int status(Filter filter, MockHttpServletRequest request) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private static int throughTheDoor(String host, String path) throws ServletException, IOException {
        return status(new LanFilter(NAMES), request(true, host, path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.20", "clinic.local", "CLINIC.local", "tv.clinic.example"})
    void who_calls_us_by_a_name_of_ours_comes_in(String host) throws Exception {
        assertThat(throughTheDoor(host, "/doctor/")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "192.168.1.21", "clinic.example", "a.b.clinic.example", "localhost", ""})
    void who_was_led_here_by_a_foreign_name_gets_nothing(String host) throws Exception {
        assertThat(throughTheDoor(host, "/doctor/")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/operations/status", "/operations/metrics", "/operations"})
    void what_is_for_operators_of_this_machine_is_not_there(String path) throws Exception {
        assertThat(throughTheDoor("clinic.local", path)).isEqualTo(404);
        assertThat(throughTheDoor("clinic.local", "/operationsx")).isEqualTo(200);
    }

    @Test
    void loopback_is_as_it_was() throws Exception {
        var filter = new LanFilter(NAMES);

        assertThat(status(filter, request(false, "doctor-1.localhost", "/doctor/")))
                .isEqualTo(200);
        assertThat(status(filter, request(false, "127.0.0.1", "/operations/status")))
                .isEqualTo(200);
    }

    @Test
    void a_browser_is_held_to_a_certificate_that_it_knows_and_to_none_of_our_own_making() {
        var brought = new LanEntry(NAMES, "");
        var ours = new LanEntry(NAMES, "lan-authority.crt");

        assertThat(brought.isStrict(request(true, "clinic.local", "/family/"))).isTrue();
        assertThat(brought.isStrict(request(false, "clinic.local", "/family/"))).isFalse();
        assertThat(ours.isStrict(request(true, "clinic.local", "/family/"))).isFalse();
    }

    @Test
    void without_such_a_door_nothing_is_filtered() throws Exception {
        assertThat(status(new LanFilter(List.of("")), request(true, "any.example", "/operations/status")))
                .isEqualTo(200);
    }

    @Test
    void over_tls_a_page_that_came_in_plainly_is_a_foreign_one() throws Exception {
        var fromPlain = request(true, "192.168.1.20", "/api/me");
        fromPlain.addHeader("Host", "192.168.1.20:8443");
        fromPlain.addHeader("Origin", "http://192.168.1.20:8443");
        var fromTls = request(true, "192.168.1.20", "/api/me");
        fromTls.addHeader("Host", "192.168.1.20:8443");
        fromTls.addHeader("Origin", "https://192.168.1.20:8443");

        assertThat(status(new OriginFilter(), fromPlain)).isEqualTo(403);
        assertThat(status(new OriginFilter(), fromTls)).isEqualTo(200);
    }

    @Test
    void behind_a_proxy_that_ends_tls_the_page_of_the_same_host_is_our_own() throws Exception {
        var request = request(false, "hub.example", "/api/me");
        request.addHeader("Host", "hub.example");
        request.addHeader("Origin", "https://hub.example");

        assertThat(status(new OriginFilter(), request)).isEqualTo(200);
    }
}
