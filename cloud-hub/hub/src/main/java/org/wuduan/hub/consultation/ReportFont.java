package org.wuduan.hub.consultation;

import java.io.IOException;
import java.util.Optional;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.wuduan.hub.shared.Fault;

/** The font of reports; what of it is used is embedded, so that a report looks the same everywhere. */
@Component
class ReportFont {
    private static final Logger LOG = LoggerFactory.getLogger(ReportFont.class);

    private final String path;

    ReportFont(@Value("${hub.report-font}") String path) {
        this.path = path;
    }

    /** Empty, and told in the log, where there is none; read anew for each report, so that one installed later is found. */
    Optional<BaseFont> find() {
        try {
            return Optional.of(BaseFont.createFont(path, BaseFont.IDENTITY_H, BaseFont.EMBEDDED));
        } catch (IOException | DocumentException missing) {
            LOG.error("report.font.missing", Fault.of(missing));
            return Optional.empty();
        }
    }
}
