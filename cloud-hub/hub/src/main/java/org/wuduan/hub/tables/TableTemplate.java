package org.wuduan.hub.tables;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The empty table that people fill in, by HTTP. */
public final class TableTemplate {
    /** Of the template and of what comes back. */
    public static final String MEDIA_TYPE = "text/csv";

    /** By it spreadsheets know that the text is UTF-8. */
    private static final String MARK = "\uFEFF";

    private TableTemplate() {}

    /** Holds headings only: a sample row would be imported by mistake. */
    public static ResponseEntity<byte[]> of(TableForm<?> form, String fileName) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(MEDIA_TYPE + ";charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .body((MARK + form.headingRow()).getBytes(StandardCharsets.UTF_8));
    }
}
