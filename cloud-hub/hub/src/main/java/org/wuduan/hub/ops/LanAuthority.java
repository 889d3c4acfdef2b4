package org.wuduan.hub.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * Gives the authority of a certificate of our own making to whoever asks, and the page that says what to do with it: a
 * phone must have both before it can trust.
 */
@RestController
@ConditionalOnProperty("hub.lan.authority")
class LanAuthority implements WebMvcConfigurer {
    /** Short: people type it. */
    private static final String PAGE = "/trust";

    private static final MediaType CERTIFICATE = MediaType.parseMediaType("application/x-x509-ca-cert");

    private final Path file;

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

    @GetMapping("/ca.crt")
    ResponseEntity<byte[]> authority() throws IOException {
        return ResponseEntity.ok()
                .contentType(CERTIFICATE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"wuduan-ca.crt\"")
                .body(Files.readAllBytes(file));
    }
}
