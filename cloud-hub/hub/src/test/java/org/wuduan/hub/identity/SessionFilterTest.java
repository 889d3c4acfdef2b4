package org.wuduan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who speaks is asked of the database, and where it does not matter it is not asked. */
class SessionFilterTest {
    private final Sessions sessions = mock(Sessions.class);
    private final SessionFilter filter = new SessionFilter(sessions, mock(BoxesSeen.class));

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/operations/status", "/operations/metrics"})
    void these_answer_whoever_asks_while_the_database_is_away(String path) throws Exception {
        var chain = new MockFilterChain();

        filter.doFilter(asking(path), new MockHttpServletResponse(), chain);

        verifyNoInteractions(sessions);
        assertThat(chain.getRequest()).isNotNull();
    }

    @Test
    void everything_else_does_not() {
        when(sessions.find(any())).thenThrow(new DataAccessResourceFailureException("away"));

        assertThatThrownBy(() -> filter.doFilter(
                        asking("/api/operations/status"), new MockHttpServletResponse(), new MockFilterChain()))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    private static MockHttpServletRequest asking(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.addHeader("Authorization", "Bearer somebody");
        return request;
    }
}
