package org.wuduan.hub.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.tomcat.util.net.jsse.PEMFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.ProblemType;

/**
 * Gives the authority of a certificate of our own making to whoever asks, and the page that says what to do with it: a
 * phone must have both before it can trust.
 */
@RestController
@ConditionalOnProperty("hub.lan.authority")
class LanAuthority implements WebMvcConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(LanAuthority.class);

    /** Short: people type it. */
    private static final String PAGE = "/trust";

    private static final MediaType CERTIFICATE = MediaType.parseMediaType("application/x-x509-ca-cert");

    private final Path file;
    /** Once, or strangers would fill the log. */
    private final AtomicBoolean told = new AtomicBoolean();

    LanAuthority(@Value("${hub.lan.authority}") Path file) {
        this.file = file;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(PAGE + "/**")
                .addResourceLocations("classpath:/trust/")
                .setCacheControl(CacheControl.noCache());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController(PAGE).setViewName("forward:" + PAGE + "/index.html");
    }

    /** The certificate alone, whatever else lies in the file: an operator may have named the one with the key. */
    @GetMapping("/ca.crt")
    ResponseEntity<String> authority() {
        try {
            var found = CertificateFiles.pem(Files.readAllBytes(file)).getCertificates();
            return found.isEmpty() ? unusable() : given(PEMFile.toPEM(found.getFirst()));
        } catch (IOException | GeneralSecurityException damaged) {
            return unusable();
        }
    }

    private ResponseEntity<String> given(String certificate) {
        told.set(false);
        return ResponseEntity.ok()
                .contentType(CERTIFICATE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"wuduan-ca.crt\"")
                .body(certificate);
    }

    private ResponseEntity<String> unusable() {
        if (told.compareAndSet(false, true)) {
            LOG.warn("lan.authority-unusable");
        }
        return ProblemAnswers.of(ProblemType.NOT_FOUND);
    }
}
