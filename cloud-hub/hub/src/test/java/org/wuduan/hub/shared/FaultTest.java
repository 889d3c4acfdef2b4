package org.wuduan.hub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DuplicateKeyException;

/** What is logged of a fault. */
@ExtendWith(OutputCaptureExtension.class)
class FaultTest {
    private static final Exception FAULT =
            new DuplicateKeyException("PLANTED in the outer", new IllegalStateException("PLANTED in the inner"));

    @Test
    void classes_causes_and_frames_are_printed_and_no_message() {
        var printed = new StringWriter();
        Fault.of(FAULT).printStackTrace(new PrintWriter(printed));

        assertThat(printed.toString())
                .contains(DuplicateKeyException.class.getName())
                .contains("Caused by: " + IllegalStateException.class.getName())
                .contains("at " + FaultTest.class.getName())
                .doesNotContain("PLANTED");
    }

    @Test
    void a_chain_of_causes_that_never_ends_is_cut() {
        var inner = new IllegalStateException();
        inner.initCause(new IllegalArgumentException(inner));

        Throwable last = Fault.of(inner);
        int causes = 0;
        while (last.getCause() != null) {
            last = last.getCause();
            causes++;
        }

        assertThat(causes).isEqualTo(Fault.CAUSES_MAX);
    }

    @Test
    void a_bug_behind_an_http_request_is_logged_without_its_message(CapturedOutput log) {
        var answer = new ProblemAnswers().on(FAULT);

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody()).doesNotContain("PLANTED");
        assertThat(log)
                .contains("http.bug", DuplicateKeyException.class.getName())
                .doesNotContain("PLANTED");
    }
}
