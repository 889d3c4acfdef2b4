package org.wuduan.hub.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.wuduan.contract.WireJson;
import tools.jackson.core.JacksonException;

/** Reads a request body at the edge: size, type, JSON, schema, record. */
public final class RequestBody {
    /** Largest body of a command, in bytes. */
    public static final int COMMAND_BYTES_MAX = 64 * 1024;

    private RequestBody() {}

    /** A body and its text. */
    public record Parsed<T>(T body, String text) {
        @Override
        public String toString() {
            return "Parsed[‹redacted›]";
        }
    }

    /**
     * Reads and checks a body.
     *
     * @param file schema file without its ending
     * @param type the record of the contract; its simple name is the name of the definition
     */
    public static <T> Outcome<Parsed<T>> read(HttpServletRequest request, String file, Class<T> type, int bytesMax)
            throws IOException {
        if (!isJson(request.getContentType())) {
            return Refused.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        var bytes = request.getInputStream().readNBytes(bytesMax + 1);
        if (bytes.length > bytesMax) {
            return Refused.of(ProblemType.PAYLOAD_TOO_LARGE);
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        var fault = WireSchemas.fault(file, type.getSimpleName(), text);
        if (fault != null) {
            return fault.equals("$") ? Refused.of(ProblemType.MALFORMED_JSON) : Refused.field(fault);
        }
        try {
            return Outcome.of(new Parsed<>(WireJson.mapper().readValue(text, type), text));
        } catch (JacksonException notTheForm) {
            return Refused.of(ProblemType.MALFORMED_JSON);
        }
    }

    /** Reads a file of one type; what it holds is the caller's to find out. */
    public static Outcome<byte[]> file(HttpServletRequest request, String contentType, int bytesMax)
            throws IOException {
        if (!isOf(request.getContentType(), MediaType.parseMediaType(contentType))) {
            return Refused.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        var bytes = request.getInputStream().readNBytes(bytesMax + 1);
        return bytes.length > bytesMax ? Refused.of(ProblemType.PAYLOAD_TOO_LARGE) : Outcome.of(bytes);
    }

    /** Whether a content type is JSON; one that can't be read is not. */
    public static boolean isJson(@Nullable String contentType) {
        return isOf(contentType, MediaType.APPLICATION_JSON);
    }

    private static boolean isOf(@Nullable String contentType, MediaType wanted) {
        try {
            return contentType != null && wanted.isCompatibleWith(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
