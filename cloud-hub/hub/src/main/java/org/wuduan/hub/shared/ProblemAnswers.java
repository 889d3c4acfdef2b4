package org.wuduan.hub.shared;

import io.micrometer.core.instrument.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.wuduan.contract.Problem;
import org.wuduan.contract.WireJson;

/** Turns outcomes and faults into HTTP answers (RFC 9457). No stack trace and no input is ever sent back. */
@RestControllerAdvice
public class ProblemAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final String RETRY_AFTER = "Retry-After";

    /** The answer with this status and the outcome's value as body, or the refusal. */
    public static ResponseEntity<String> of(Outcome<?> outcome, int status) {
        return switch (outcome) {
            case Outcome.Done<?>(var value)
            when value == Outcome.Nothing.NOTHING ->
                ResponseEntity.status(status).build();
            case Outcome.Done<?>(var value) ->
                ResponseEntity.status(status)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(WireJson.mapper().writeValueAsString(value));
            case Refused<?>(var problem) -> of(problem);
        };
    }

    public static ResponseEntity<String> of(Problem problem) {
        Metrics.counter("wuduan.problems", "type", word(problem)).increment();
        var answer = ResponseEntity.status(HttpStatusCode.valueOf(problem.status()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.retryAfterSeconds() != null) {
            answer.header(RETRY_AFTER, problem.retryAfterSeconds().toString());
        }
        return answer.body(WireJson.mapper().writeValueAsString(problem));
    }

    /** The last word of a problem's type, for example wrong-state. */
    public static String word(Problem problem) {
        return problem.type().substring(problem.type().lastIndexOf(':') + 1);
    }

    public static ResponseEntity<String> of(ProblemType type) {
        return of(Refused.of(type), type.status());
    }

    @ExceptionHandler
    ResponseEntity<String> on(NoResourceFoundException nothingHere) {
        return of(ProblemType.NOT_FOUND);
    }

    /** Where no static files are mapped, Spring says it so. */
    @ExceptionHandler
    ResponseEntity<String> on(NoHandlerFoundException nothingHere) {
        return of(ProblemType.NOT_FOUND);
    }

    @ExceptionHandler
    ResponseEntity<String> on(MethodArgumentTypeMismatchException notAnId) {
        return notAnId.getParameter().hasParameterAnnotation(RequestParam.class)
                ? of(Refused.field(notAnId.getName()), ProblemType.INVALID_FIELD.status())
                : of(ProblemType.NOT_FOUND);
    }

    @ExceptionHandler
    ResponseEntity<String> on(MissingServletRequestParameterException missing) {
        return of(Refused.field(missing.getParameterName()), ProblemType.INVALID_FIELD.status());
    }

    @ExceptionHandler
    ResponseEntity<String> on(HttpRequestMethodNotSupportedException wrongMethod) {
        return of(ProblemType.METHOD_NOT_ALLOWED);
    }

    @ExceptionHandler
    ResponseEntity<String> on(HttpMediaTypeNotSupportedException wrongType) {
        return of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @ExceptionHandler
    ResponseEntity<String> on(Exception bug) {
        LOG.error("http.bug", Fault.of(bug));
        return of(ProblemType.INTERNAL);
    }
}
