package org.wuduan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whose address counts when a proxy stands before the hub. */
class ClientAddressFilterTest {
    private static String seen(List<String> trusted, String from, String... said) throws ServletException, IOException {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        for (var line : said) {
            request.addHeader("X-Forwarded-For", line);
        }
        var chain = new MockFilterChain();
        new ClientAddressFilter(trusted).doFilter(request, new MockHttpServletResponse(), chain);
        return Objects.requireNonNull(chain.getRequest()).getRemoteAddr();
    }

    @Test
    void without_a_named_proxy_the_header_means_nothing() throws Exception {
        assertThat(seen(List.of(), "198.51.100.9", "192.0.2.1")).isEqualTo("198.51.100.9");
        assertThat(seen(List.of("10.0.0.1"), "198.51.100.9", "192.0.2.1")).isEqualTo("198.51.100.9");
    }

    @Test
    void behind_a_named_proxy_the_client_is_whom_the_proxy_saw() throws Exception {
        assertThat(seen(List.of("10.0.0.1"), "10.0.0.1", "198.51.100.9")).isEqualTo("198.51.100.9");
        assertThat(seen(List.of("10.0.0.0/24"), "10.0.0.7", "2001:db8::5")).isEqualTo("2001:db8::5");
        assertThat(seen(List.of("10.0.0.1"), "10.0.0.1")).isEqualTo("10.0.0.1");
    }

    @Test
    void what_a_client_wrote_into_the_header_itself_is_not_believed() throws Exception {
        assertThat(seen(List.of("10.0.0.1"), "10.0.0.1", "192.0.2.1, 198.51.100.9"))
                .isEqualTo("198.51.100.9");
        assertThat(seen(List.of("10.0.0.1"), "10.0.0.1", "192.0.2.1", "198.51.100.9"))
                .isEqualTo("198.51.100.9");
        assertThat(seen(List.of("10.0.0.1"), "10.0.0.1", "10.0.0.1, 198.51.100.9"))
                .isEqualTo("198.51.100.9");
    }

    @Test
    void a_chain_of_named_proxies_is_followed_to_the_client() throws Exception {
        assertThat(seen(List.of("10.0.0.0/8"), "10.0.0.1", "198.51.100.9, 10.2.0.3"))
                .isEqualTo("198.51.100.9");
    }

    @Test
    void what_is_no_address_ends_the_walk() throws Exception {
        assertThat(seen(List.of("10.0.0.1"), "10.0.0.1", "198.51.100.9, unknown"))
                .isEqualTo("10.0.0.1");
        assertThat(seen(List.of("10.0.0.1"), "10.0.0.1", "")).isEqualTo("10.0.0.1");
    }
}
